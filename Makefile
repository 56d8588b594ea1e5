# make report: from nothing to the finished PDF of the reference case.   make test: every test.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: bench cost crash-loop deflate-check deploy-check fuzz night slurm report test setup setup-tests build lint format record clean help

RELEASE := .build/release/baocao

# What compresses the streams of the PDFs: zlib, as Cairo does by itself, or libdeflate, which is quicker (docs/performance.md).
DEFLATE ?= zlib
export DEFLATE

# The shipped program carries the Swift library, Cairo and the smaller libraries with it. It exports no symbols, which nobody looks up, and searches
# no libraries beside itself. The metadata of generic types is made by direct calls: made from mangled names, each type costs a search through all
# conformances of the program at its first use (14 of 265 million instructions of a cold start).
RELEASE_FLAGS := -c release --product baocao --static-swift-stdlib --pkg-config-path .build/pkgconfig \
  --disable-local-rpath -Xlinker --no-export-dynamic -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs \
  -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
  $(if $(filter libdeflate,$(DEFLATE)),-Xcc -DBAOCAO_LIBDEFLATE)

help:
	@echo "make report   install what is missing, build, render examples/hung-yen for quarter IV/2021"
	@echo "make test     install what is missing, run every test"
	@echo "make lint     format check;  make format: rewrite;  make record: renew the text goldens;  make clean"

setup:
	@scripts/setup.sh

setup-tests:
	@scripts/setup.sh --tests

build: setup
	@echo "build: release (some minutes the first time)"
	@scripts/static-libraries.sh .build/pkgconfig
	@swift build $(RELEASE_FLAGS)

report: build
	@$(RELEASE) render examples/hung-yen --period 2021-Q4 --output output/hung-yen

test: setup-tests
	@swift test --disable-xctest

lint:
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

record: setup-tests
	@RECORD=1 swift test --disable-xctest

clean:
	@rm -rf .build

# Random bytes into the reader, the encoding detector, numbers and dates; FUZZ_SECONDS for each.
FUZZ_SECONDS ?= 20
fuzz:
	@Tests/Fuzz/run.sh $(FUZZ_SECONDS)

# An array of four under a Slurm of its own, then merge, compared with one run byte for byte. As root; installs slurm-wlm and munge.
slurm:
	@Tests/Slurm/run.sh

# The files of deploy/: units by systemd-analyze, the cron line, the Kubernetes manifest, exit codes.
deploy-check:
	@python3 Tests/Deploy/check.py

# Random SIGKILLs of a run of a thousand reports, compared with an undisturbed run.
crash-loop: build
	@scripts/crash-loop.sh

# First, unchanged and slightly changed nights of many reports; NIGHT_OPTIONS as Tests/Benchmarks/night.py tells.
NIGHT_OPTIONS ?=
night: build
	@python3 Tests/Benchmarks/night.py $(NIGHT_OPTIONS)

# Speed of the release build; BENCH_OPTIONS as Tests/Benchmarks/bench.py tells. Prints figures, judges nothing.
BENCH_OPTIONS ?=
bench: build
	@python3 Tests/Benchmarks/bench.py $(BENCH_OPTIONS)

# Instructions of a report by stage, counted under valgrind, against the record; COST_OPTIONS=--record renews it.
COST_OPTIONS ?=
cost: build
	@python3 Tests/Benchmarks/cost.py $(COST_OPTIONS)

# The program built with libdeflate against the usual one: the same reports, other compressed bytes.
deflate-check: setup-tests
	@Tests/Deflate/check.sh
