/* digest.c - sha256, by the processor's own instructions where it has them. */
#include "digest.h"
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define HAVE_SHA_INSTRUCTIONS 1
#include <cpuid.h>
#include <immintrin.h>
#else
#define HAVE_SHA_INSTRUCTIONS 0
#endif

static const uint32_t k[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotate(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

static void add_block_plainly(uint32_t state[8], const unsigned char *p)
{
    uint32_t w[64], v[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 | (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    memcpy(v, state, sizeof v);
    for (int i = 0; i < 64; i++) {
        uint32_t s1 = rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25);
        uint32_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
        uint32_t s0 = rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22);
        uint32_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        state[i] += v[i];
}

static void add_plainly(uint32_t state[8], const unsigned char *p, size_t n_blocks)
{
    for (size_t i = 0; i < n_blocks; i++)
        add_block_plainly(state, p + 64 * i);
}

#if HAVE_SHA_INSTRUCTIONS
/* The instructions keep the state as ABEF and CDGH; four rounds a turn. */
__attribute__((target("sha,sse4.1"))) static void add_quickly(uint32_t state[8], const unsigned char *p,
                                                              size_t n_blocks)
{
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; n_blocks > 0; n_blocks--, p += 64) {
        __m128i w[4], abef_before = abef, cdgh_before = cdgh;
        for (int i = 0; i < 4; i++)
            w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i)), big_endian);
        for (int i = 0; i < 16; i++) {
            __m128i now = w[i & 3],
                    sum = _mm_add_epi32(now, _mm_loadu_si128((const __m128i *)(const void *)(k + 4 * i)));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
            __m128i one = w[(i + 1) & 3], two = w[(i + 2) & 3], three = w[(i + 3) & 3];
            __m128i next = _mm_add_epi32(_mm_sha256msg1_epu32(now, one), _mm_alignr_epi8(three, two, 4));
            w[i & 3] = _mm_sha256msg2_epu32(next, three);
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

static bool has_instructions(void)
{
    unsigned a, b, c, d;
    bool sse41 = __get_cpuid(1, &a, &b, &c, &d) && (c & bit_SSE4_1) && (c & bit_SSSE3);
    return sse41 && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}
#endif

static void add_blocks(uint32_t state[8], const unsigned char *p, size_t n_blocks)
{
#if HAVE_SHA_INSTRUCTIONS
    static gsize known; /* 1 = no, 2 = yes */
    if (g_once_init_enter(&known))
        g_once_init_leave(&known, has_instructions() ? 2 : 1);
    if (known == 2) {
        add_quickly(state, p, n_blocks);
        return;
    }
#endif
    add_plainly(state, p, n_blocks);
}

void digest_init(Digest *d)
{
    static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    *d = (Digest){.n_bytes = 0};
    memcpy(d->state, first, sizeof first);
}

void digest_add(Digest *d, const void *bytes, size_t n)
{
    const unsigned char *p = bytes;
    size_t held = d->n_bytes % 64;
    d->n_bytes += n;
    if (held) {
        size_t part = MIN(n, 64 - held);
        memcpy(d->block + held, p, part);
        p += part;
        n -= part;
        if (held + part < 64)
            return;
        add_blocks(d->state, d->block, 1);
    }
    add_blocks(d->state, p, n / 64);
    if (n % 64)
        memcpy(d->block, p + n / 64 * 64, n % 64);
}

char *digest_hex(Digest *d, char out[DIGEST_SIZE])
{
    uint64_t n_bits = d->n_bytes * 8;
    unsigned char end[72] = {0x80}; /* 1 bit, zeros up to eight bytes before a block's end, the length */
    size_t n_zeros = (119 - d->n_bytes % 64) % 64;
    for (int i = 0; i < 8; i++)
        end[1 + n_zeros + (size_t)i] = (unsigned char)(n_bits >> (56 - 8 * i));
    digest_add(d, end, 1 + n_zeros + 8);
    for (int i = 0; i < 8; i++)
        g_snprintf(out + 8 * i, 9, "%08x", d->state[i]);
    return out;
}
