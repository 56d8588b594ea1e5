#ifndef WHOLE_DEFLATE_H
#define WHOLE_DEFLATE_H

/// The three functions of zlib with which Cairo compresses, over libdeflate: the contract of zlib.h (deflateInit, deflate with Z_NO_FLUSH and Z_FINISH,
/// deflateEnd) for a stream whose result is wanted when it is finished; the result in the same format (RFC 1950). A third less time for drawing.
///
/// Compiled with BAOCAO_LIBDEFLATE only (`make build DEFLATE=libdeflate`); in the usual program zlib itself compresses.
#ifdef BAOCAO_LIBDEFLATE

struct z_stream_s;

int whole_deflate_init(struct z_stream_s *stream, int level, const char *version, int size);
int whole_deflate(struct z_stream_s *stream, int flush);
int whole_deflate_end(struct z_stream_s *stream);

#endif
#endif
