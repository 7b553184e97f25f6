using System.Globalization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Amounts as the API writes them: <c>250m</c>, <c>512Mi</c>, <c>1e3</c>, <c>12345678n</c>.</summary>
internal static class Quantity
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;

    private static readonly (string Suffix, decimal Factor)[] Suffixes =
    [
        ("Ki", 1L << 10), ("Mi", 1L << 20), ("Gi", 1L << 30), ("Ti", 1L << 40), ("Pi", 1L << 50), ("Ei", 1L << 60),
        ("n", 1e-9m), ("u", 1e-6m), ("m", 1e-3m), ("k", 1e3m), ("M", 1e6m), ("G", 1e9m), ("T", 1e12m), ("P", 1e15m), ("E", 1e18m),
    ];

    /// <summary>Null for what is not there or is no quantity.</summary>
    public static decimal? Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var (suffix, factor) = Array.Find(Suffixes, s => text.EndsWith(s.Suffix, StringComparison.Ordinal)) is { Suffix: not null } known ? known : ("", 1);
        if (!decimal.TryParse(text.AsSpan(0, text.Length - suffix.Length), Style, CultureInfo.InvariantCulture, out var number))
            return null;
        try
        {
            return number * factor;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static long? Millicores(string? text) => Whole(Of(text) * 1000);

    public static long? Bytes(string? text) => Whole(Of(text));

    /// <summary>As people write it: the largest unit that leaves a readable number.</summary>
    public static string Memory(decimal bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 30):0.##}Gi"),
        >= 1L << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1L << 20):0.##}Mi"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:0.##}Ki"),
    };

    /// <summary>The API rounds up.</summary>
    private static long? Whole(decimal? number) =>
        number is { } given && Math.Abs(given) < long.MaxValue ? (long)Math.Ceiling(given) : null;
}
