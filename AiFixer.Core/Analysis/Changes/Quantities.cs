using System.Globalization;

namespace AiFixer.Core.Analysis.Changes;

/// <summary>Reads numbers with units, so that two of one kind can be compared.</summary>
internal static class Quantities
{
    private static readonly (string Unit, double Times)[] Units =
    [
        ("ns", 1e-6), ("us", 1e-3), ("ms", 1), ("Ki", 1024), ("Mi", 1 << 20), ("Gi", 1 << 30), ("Ti", 1L << 40), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9),
        ("K", 1e3), ("M", 1e6), ("G", 1e9), ("s", 1e3), ("m", 6e4), ("h", 3.6e6), ("d", 8.64e7), ("%", 1),
    ];

    /// <summary>Durations in milliseconds, sizes in bytes, others as they are; null when it is no number.</summary>
    public static double? Read(string text)
    {
        var (number, times) = (text.Replace("_", "", StringComparison.Ordinal), 1.0);
        foreach (var (unit, factor) in Units)
        {
            if (!number.EndsWith(unit, StringComparison.Ordinal))
                continue;
            (number, times) = (number[..^unit.Length], factor);
            break;
        }

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value * times : null;
    }
}
