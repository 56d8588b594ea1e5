#include "whole_deflate.h"

#ifdef BAOCAO_LIBDEFLATE

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <zlib.h>

// libdeflate's 6 makes files as small as zlib's 6, which Cairo asks for.
enum { level_used = 6, first_room = 1 << 14 };

/// What lies behind `stream->state`: the bytes given so far, and once the stream is finished the result, of which `given` bytes are handed out.
struct whole {
  unsigned char *input, *result;
  size_t count, room, length, given;
};

static once_flag has_key = ONCE_FLAG_INIT;
static tss_t key;

// Cairo has no way out of a stream that cannot go on, nor has Swift where memory ends.
static void *unless_null(void *memory) {
  if (memory == NULL) abort();
  return memory;
}

static void free_compressor(void *compressor) { libdeflate_free_compressor(compressor); }

static void make_key(void) {
  if (tss_create(&key, free_compressor) != thrd_success) abort();
}

/// One for each thread, made at its first stream and freed at its end.
static struct libdeflate_compressor *compressor(void) {
  call_once(&has_key, make_key);
  struct libdeflate_compressor *compressor = tss_get(key);
  if (compressor == NULL) {
    compressor = unless_null(libdeflate_alloc_compressor(level_used));
    tss_set(key, compressor);
  }
  return compressor;
}

int whole_deflate_init(struct z_stream_s *stream, int level, const char *version, int size) {
  (void)level;
  if (version == NULL || size != (int)sizeof(z_stream)) return Z_VERSION_ERROR;
  stream->state = unless_null(calloc(1, sizeof(struct whole)));
  stream->total_in = stream->total_out = 0;
  return Z_OK;
}

/// Keeps what the stream was given.
static void take(struct whole *whole, z_stream *stream) {
  size_t needed = whole->count + stream->avail_in;
  if (needed > whole->room) {
    whole->room = needed > 2 * whole->room ? needed + first_room : 2 * whole->room;
    whole->input = unless_null(realloc(whole->input, whole->room));
  }
  if (stream->avail_in > 0) memcpy(whole->input + whole->count, stream->next_in, stream->avail_in);
  whole->count = needed;
  stream->next_in += stream->avail_in;
  stream->total_in += stream->avail_in;
  stream->avail_in = 0;
}

static void compress_all(struct whole *whole) {
  size_t bound = libdeflate_zlib_compress_bound(compressor(), whole->count);
  whole->result = unless_null(malloc(bound));
  whole->length = libdeflate_zlib_compress(compressor(), whole->input, whole->count, whole->result, bound);
}

int whole_deflate(struct z_stream_s *stream, int flush) {
  struct whole *whole = (struct whole *)stream->state;
  take(whole, stream);
  if (flush != Z_FINISH) return Z_OK;
  if (whole->result == NULL) compress_all(whole);
  size_t rest = whole->length - whole->given;
  size_t now = rest < stream->avail_out ? rest : stream->avail_out;
  memcpy(stream->next_out, whole->result + whole->given, now);
  whole->given += now;
  stream->next_out += now;
  stream->avail_out -= (uInt)now;
  stream->total_out += now;
  return whole->given == whole->length ? Z_STREAM_END : Z_OK;
}

int whole_deflate_end(struct z_stream_s *stream) {
  struct whole *whole = (struct whole *)stream->state;
  free(whole->input);
  free(whole->result);
  free(whole);
  stream->state = NULL;
  return Z_OK;
}

#endif
