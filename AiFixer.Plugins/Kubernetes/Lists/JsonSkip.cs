using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes.Lists;

/// <summary>
/// Finds the end of an object or array without looking at what is in it: most of what the API answers is not read, and a reader
/// that takes every word of it in hand costs more than the network. 64 bytes at a time.
/// </summary>
internal static class JsonSkip
{
    private const int Block = 64;
    private const byte Lower = 0x20;

    /// <param name="json">The whole text.</param>
    /// <param name="at">Where its first bracket is, or anything in it that is not inside a text.</param>
    /// <param name="depth">How many brackets are open there already.</param>
    /// <returns>Where what comes after it begins.</returns>
    public static int Past(ReadOnlySpan<byte> json, int at, int depth = 0)
    {
        var inText = false;
        for (; at + Block <= json.Length; at += Block)
        {
            var block = json.Slice(at, Block);
            var low = Vector256.Create(block);
            var high = Vector256.Create(block[(Block / 2)..]);
            if (Mask(low, high, (byte)'\\') != 0)
            {
                if (OneByOne(block, ref depth, ref inText, out var escaped) is { } found)
                    return at + found;
                // A sign behind a backslash that is the last of its block belongs to it.
                at += escaped ? 1 : 0;
                continue;
            }

            var text = Inside(Mask(low, high, (byte)'"')) ^ (inText ? ulong.MaxValue : 0);
            var (lowered, raised) = (low | Vector256.Create(Lower), high | Vector256.Create(Lower));
            var opens = Mask(lowered, raised, (byte)'{') & ~text;
            var closes = Mask(lowered, raised, (byte)'}') & ~text;
            if (depth <= BitOperations.PopCount(closes) && Zero(opens, closes, depth) is { } end)
                return at + end;
            depth += BitOperations.PopCount(opens) - BitOperations.PopCount(closes);
            inText = text >> (Block - 1) != 0;
        }

        // A backslash at the very end has nothing behind it.
        if (at > json.Length)
            throw new JsonException("it ends in the middle");
        return OneByOne(json[at..], ref depth, ref inText, out _) is { } last ? at + last : throw new JsonException("it ends in the middle");
    }

    private static ulong Mask(Vector256<byte> low, Vector256<byte> high, byte sign) =>
        Vector256.Equals(low, Vector256.Create(sign)).ExtractMostSignificantBits()
        | ((ulong)Vector256.Equals(high, Vector256.Create(sign)).ExtractMostSignificantBits() << (Block / 2));

    /// <summary>From every quote to the one after it: each bit is how many quotes there were so far, odd or even.</summary>
    private static ulong Inside(ulong quotes)
    {
        for (var shift = 1; shift < Block; shift *= 2)
            quotes ^= quotes << shift;
        return quotes;
    }

    /// <summary>Behind the bracket with which nothing is open any more.</summary>
    private static int? Zero(ulong opens, ulong closes, int depth)
    {
        for (var left = opens | closes; left != 0; left &= left - 1)
        {
            var bit = left & (~left + 1);
            depth += (opens & bit) != 0 ? 1 : -1;
            if (depth == 0)
                return BitOperations.TrailingZeroCount(bit) + 1;
        }

        return null;
    }

    private static int? OneByOne(ReadOnlySpan<byte> json, ref int depth, ref bool inText, out bool escaped)
    {
        escaped = false;
        for (var at = 0; at < json.Length; at++)
        {
            var sign = json[at];
            if (inText && sign == '\\')
            {
                escaped = at + 1 == json.Length;
                at++;
            }
            else if (sign == '"')
                inText = !inText;
            else if (!inText && sign is (byte)'{' or (byte)'[')
                depth++;
            else if (!inText && sign is (byte)'}' or (byte)']' && --depth == 0)
                return at + 1;
        }

        return null;
    }
}
