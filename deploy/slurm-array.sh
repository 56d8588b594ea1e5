#!/bin/sh
# Lập báo cáo trên nhiều máy:  sbatch deploy/slurm-array.sh HỒ-SƠ KỲ
# Mỗi phần tự biết mình là phần mấy từ SLURM_ARRAY_TASK_ID, _COUNT và _MIN. Thư mục output phải ở ổ chung.
# Khi mọi phần xong, gộp sổ:
#   sbatch --dependency=afterok:<số việc> --wrap "baocao merge HỒ-SƠ --period KỲ --shards 4"
#SBATCH --job-name=baocao
#SBATCH --array=1-4
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --time=01:00:00
# SIGTERM hai phút trước khi hết giờ: lần chạy ghi sổ rồi dừng với mã 143.
#SBATCH --signal=TERM@120
#SBATCH --requeue
set -u
baocao="${BAOCAO:-baocao}"
# srun, vì Slurm gửi tín hiệu cho các bước chứ không cho tệp lệnh này.
srun --ntasks=1 "$baocao" render "$1" --all --period "$2" --jobs "${SLURM_CPUS_PER_TASK:-1}" --log json
code=$?
# 75 là lỗi đĩa tạm thời, 143 là bị dừng giữa chừng: xếp hàng lại, lần sau làm nốt.
# Slurm tăng SLURM_RESTART_COUNT mỗi lần xếp lại; quá ba lần thì thôi.
if { [ "$code" -eq 75 ] || [ "$code" -eq 143 ]; } && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}"
fi
exit "$code"
