#include "number_snprintf.h"

#include <langinfo.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

int __vsnprintf_chk(char *text, size_t size, int flag, size_t room, const char *format, va_list arguments);

// Longest text made here: a sign, 20 digits, a point and 18 digits, or a width padded with zeros.
enum { longest = 40, widest = 32, most_decimals = 18 };

static const int unset = -1;
static const int from_arguments = -2;

/// One conversion: % 0 width .decimals l letter, each but the letter optional.
struct conversion {
  bool zeros, is_long;
  int width, decimals;
  char letter;
};

static const char *read_count(const char *format, int *count) {
  if (*format == '*') {
    *count = from_arguments;
    return format + 1;
  }
  // Three digits at most: what is longer is beyond `widest` and left to glibc all the same.
  for (int digits = 0; digits < 3 && *format >= '0' && *format <= '9'; digits++, format++)
    *count = (*count < 0 ? 0 : *count) * 10 + (*format - '0');
  return format;
}

/// Whether the format is one conversion and nothing else.
static bool read_format(const char *format, struct conversion *conversion) {
  *conversion = (struct conversion){.width = unset, .decimals = unset};
  if (*format++ != '%') return false;
  if (*format == '0') {
    conversion->zeros = true;
    format++;
  }
  format = read_count(format, &conversion->width);
  if (*format == '.') {
    format = read_count(format + 1, &conversion->decimals);
    if (conversion->decimals == unset) return false;
  }
  if (*format == 'l') {
    conversion->is_long = true;
    format++;
  }
  conversion->letter = *format;
  return *format != 0 && format[1] == 0;
}

/// Writes the digits so that they end before `end`; at least one. Returns where they begin. Inlined for each base: a division by a constant
/// is a multiplication or a shift.
static inline __attribute__((always_inline)) char *write_digits(char *end, uint64_t value, unsigned base) {
  do {
    *--end = "0123456789abcdef"[value % base];
    value /= base;
  } while (value != 0);
  return end;
}

/// An integer; `end` is one past the last byte of `longest` bytes. Returns where the text begins.
static char *write_integer(char *end, struct conversion conversion, int64_t number) {
  uint64_t value;
  bool is_negative = false;
  if (conversion.letter == 'd') {
    is_negative = number < 0;
    value = is_negative ? 0 - (uint64_t)number : (uint64_t)number;
  } else {
    value = conversion.is_long ? (uint64_t)number : (uint32_t)number;
  }
  char *begin;
  switch (conversion.letter) {
    case 'd':
    case 'u': begin = write_digits(end, value, 10); break;
    case 'x': begin = write_digits(end, value, 16); break;
    default: begin = write_digits(end, value, 8); break;
  }
  char pad = conversion.zeros ? '0' : ' ';
  if (is_negative && !conversion.zeros) *--begin = '-';
  int signs = is_negative && conversion.zeros;
  while (end - begin + signs < conversion.width) *--begin = pad;
  if (signs) *--begin = '-';
  return begin;
}

/// A double with `decimals` digits behind the point, rounded exactly, halves to even (IEC 60559, as glibc does): the value is
/// significand × 2^-shift, and significand × 10^decimals has 113 bits at most. Returns where the text begins, or NULL to leave it to glibc.
static char *write_decimal(char *end, int decimals, double number) {
  static const uint64_t powers[most_decimals + 1] = {
      1u, 10u, 100u, 1000u, 10000u, 100000u, 1000000u, 10000000u, 100000000u, 1000000000u, 10000000000u, 100000000000u, 1000000000000u,
      10000000000000u, 100000000000000u, 1000000000000000u, 10000000000000000u, 100000000000000000u, 1000000000000000000u};
  uint64_t bits;
  memcpy(&bits, &number, sizeof bits);
  int exponent = (int)(bits >> 52 & 0x7ff);
  int shift = 1075 - exponent;
  uint64_t scaled = 0;
  if (bits << 1 != 0) {
    // Not below 2^53, not a subnormal, not so small that its bits lie beyond 128.
    if (shift < 1 || shift > 127) return NULL;
    uint64_t significand = (bits & 0xfffffffffffffu) | 0x10000000000000u;
    unsigned __int128 product = (unsigned __int128)significand * powers[decimals];
    unsigned __int128 whole = product >> shift;
    unsigned __int128 rest = product - (whole << shift);
    unsigned __int128 half = (unsigned __int128)1 << (shift - 1);
    if (rest > half || (rest == half && (whole & 1))) whole++;
    if (whole >> 64 != 0) return NULL;
    scaled = (uint64_t)whole;
  }
  char *begin = end;
  if (decimals > 0) {
    for (int digit = 0; digit < decimals; digit++) {
      *--begin = (char)('0' + scaled % 10);
      scaled /= 10;
    }
    *--begin = '.';
  }
  begin = write_digits(begin, scaled, 10);
  if (bits >> 63) *--begin = '-';
  return begin;
}

/// Whether the locale writes numbers with a point; Cairo itself puts a point where it finds the locale's sign.
static bool decimal_point_is_plain(void) {
  const char *sign = nl_langinfo(RADIXCHAR);
  return sign[0] == '.' && sign[1] == 0;
}

/// Whether the format is "%0*x", letter by letter: a call of strcmp costs as much as the digits.
static bool is_glyph_format(const char *format) {
  return format[0] == '%' && format[1] == '0' && format[2] == '*' && format[3] == 'x' && format[4] == 0;
}

/// "%0*x", seven calls in ten: a glyph in four digits. The length of the text, or -1 to leave the call to glibc.
static int write_glyph(char *text, size_t size, int width, unsigned value) {
  if (width < 1 || width > 8 || (size_t)width >= size || (width < 8 && value >> (4 * width) != 0)) return -1;
  for (int place = width - 1; place >= 0; place--, value >>= 4) text[place] = "0123456789abcdef"[value & 15];
  text[width] = 0;
  return width;
}

/// The length of the text as snprintf returns it, or -1 to leave the call to glibc; then nothing was written.
static int write_number(char *text, size_t size, const char *format, va_list arguments) {
  if (is_glyph_format(format)) {
    int width = va_arg(arguments, int);
    return write_glyph(text, size, width, va_arg(arguments, unsigned));
  }
  struct conversion conversion;
  if (!read_format(format, &conversion)) return -1;
  if (conversion.width == from_arguments) conversion.width = va_arg(arguments, int);
  // A negative width asks for another alignment.
  if (conversion.width > widest || conversion.width < unset) return -1;
  char buffer[longest];
  char *begin, *end = buffer + longest;
  if (conversion.letter == 'f') {
    if (conversion.decimals == from_arguments) conversion.decimals = va_arg(arguments, int);
    if (conversion.decimals == unset) conversion.decimals = 6;
    if (conversion.decimals < 0 || conversion.decimals > most_decimals) return -1;
    if (conversion.width != unset || conversion.zeros || conversion.is_long || !decimal_point_is_plain()) return -1;
    begin = write_decimal(end, conversion.decimals, va_arg(arguments, double));
  } else {
    if (conversion.decimals != unset || strchr("duxo", conversion.letter) == NULL) return -1;
    int64_t number = conversion.is_long ? va_arg(arguments, long) : va_arg(arguments, int);
    begin = write_integer(end, conversion, number);
  }
  if (begin == NULL || (size_t)(end - begin) >= size) return -1;
  memcpy(text, begin, (size_t)(end - begin));
  text[end - begin] = 0;
  return (int)(end - begin);
}

int number_vsnprintf(char *text, size_t size, const char *format, va_list arguments) {
  va_list first;
  va_copy(first, arguments);
  int length = write_number(text, size, format, first);
  va_end(first);
  return length >= 0 ? length : vsnprintf(text, size, format, arguments);
}

int number_snprintf_chk(char *text, size_t size, int flag, size_t room, const char *format, ...) {
  va_list arguments;
  int length = -1;
  if (size <= room) {
    va_start(arguments, format);
    length = write_number(text, size, format, arguments);
    va_end(arguments);
  }
  if (length >= 0) return length;
  va_start(arguments, format);
  length = __vsnprintf_chk(text, size, flag, room, format, arguments);
  va_end(arguments);
  return length;
}
