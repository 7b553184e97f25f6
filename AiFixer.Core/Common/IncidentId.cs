using System.Buffers;
using System.Text.Json.Serialization;

namespace AiFixer.Core;

/// <summary>Names one incident, such as <c>INC-01K9ZQ8H47F3KQ2M</c>: sortable by the time it was opened.</summary>
[JsonConverter(typeof(IncidentIdJsonConverter))]
public readonly record struct IncidentId(string Value) : IComparable<IncidentId>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly SearchValues<char> Known = SearchValues.Create(Alphabet);
    private const string Prefix = "INC-";
    private const int Digits = 17;

    /// <summary>How many letters an id is made of.</summary>
    internal static int Letters => Alphabet.Length;

    /// <summary>The letters in their order, which is that of their codes.</summary>
    internal static char Letter(int number) => Alphabet[number];

    /// <summary>Makes an id from the time and 35 random bits.</summary>
    public static IncidentId Create(DateTimeOffset now, long random)
    {
        var value = ((UInt128)(ulong)now.ToUnixTimeMilliseconds() << 35) | (ulong)(random & ((1L << 35) - 1));
        return new(string.Create(Prefix.Length + Digits, value, static (span, rest) =>
        {
            Prefix.CopyTo(span);
            for (var i = span.Length - 1; i >= Prefix.Length; i--, rest >>= 5)
                span[i] = Alphabet[(int)(rest & 31)];
        }));
    }

    /// <summary>Reads an id as people type it: any case, with or without the prefix.</summary>
    public static bool TryParse(string? text, out IncidentId id)
    {
        var value = (text ?? "").Trim().ToUpperInvariant();
        if (!value.StartsWith(Prefix, StringComparison.Ordinal))
            value = Prefix + value;
        id = new(value);
        return value.Length == Prefix.Length + Digits && value.AsSpan(Prefix.Length).IndexOfAnyExcept(Known) < 0;
    }

    public int CompareTo(IncidentId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(IncidentId left, IncidentId right) => left.CompareTo(right) < 0;

    public static bool operator >(IncidentId left, IncidentId right) => left.CompareTo(right) > 0;

    public static bool operator <=(IncidentId left, IncidentId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(IncidentId left, IncidentId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}
