using System.Globalization;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>Whether cited evidence shows a value.</summary>
internal static class Support
{
    private const double About = 0.1;

    /// <summary>A whole number below it counts things, and is no level of anything.</summary>
    private const double SmallCount = 100;

    public static bool Shows(IReadOnlyList<EvidenceText> cited, ClaimValue value) => value switch
    {
        ClaimValue.Quoted quoted => Says(cited, quoted.Text),
        ClaimValue.Sha sha => cited.Any(text => text.Names(EvidenceText.Plain(sha.Text), asPrefix: true)),
        ClaimValue.Name name => Names(cited, name.Text),
        ClaimValue.Moment moment => Knows(cited, moment.Text),
        ClaimValue.Number number => cited.Any(text => Has(text, number)),
        _ => false,
    };

    private static bool Says(IReadOnlyList<EvidenceText> cited, string words)
    {
        var plain = EvidenceText.Plain(words);
        return cited.Any(text => text.Says(plain));
    }

    /// <summary>Of <c>namespace/name</c> each part may stand elsewhere.</summary>
    private static bool Names(IReadOnlyList<EvidenceText> cited, string name)
    {
        var plain = EvidenceText.Plain(name);
        if (cited.Any(text => text.Names(plain)))
            return true;
        var parts = plain.Split(['/', '='], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(part => cited.Any(text => text.Names(part)));
    }

    private static bool Knows(IReadOnlyList<EvidenceText> cited, string moment)
    {
        if (Says(cited, moment))
            return true;
        var time = moment.Contains('T', StringComparison.Ordinal) ? moment[(moment.IndexOf('T', StringComparison.Ordinal) + 1)..] : moment;
        var parts = time.TrimEnd('Z').Split(':');
        if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
            return false;
        var minute = string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{parts[1]}");
        return cited.Any(text => text.KnowsMinute(minute));
    }

    private static bool Has(EvidenceText text, ClaimValue.Number number)
    {
        var quantity = number.Quantity;
        if (number.Bound != Bound.Below && quantity.Value % 1 == 0 && quantity.Value is >= 0 and <= 1000 && text.Counts((int)quantity.Value))
            return true;
        if (quantity.Unit is "times" or "次" && quantity.Value is >= 1 and <= int.MaxValue && text.CountsAtLeast((int)quantity.Value))
            return true;
        return Units.Factors(quantity.Unit).Any(factor => Has(text, number, quantity.Value * factor, factor));
    }

    private static bool Has(EvidenceText text, ClaimValue.Number number, double value, double factor) => number.Bound switch
    {
        Bound.About => text.HasNumber(value - (Math.Abs(value) * About), value + (Math.Abs(value) * About), static _ => true),
        Bound.Above => text.HasNumber(value, value * 2, static _ => true),
        Bound.Below => text.HasNumber(value / 10, value, static _ => true),
        _ => Rounds(text, number.Quantity, value, factor),
    };

    /// <summary>Evidence may be more exact than the claim; a whole number in both is the same or it is not.</summary>
    private static bool Rounds(EvidenceText text, Quantity quantity, double value, double factor)
    {
        var step = quantity.Step * factor * Math.Max(quantity.Rounding, 1) / 2 * (1 + 1e-9);
        var exact = factor.Equals(1.0) && quantity.Rounding <= 1 && quantity.Step >= 1;
        return text.HasNumber(value - step, value + step, seen => !exact || seen % 1 != 0 || seen.Equals(value))
            || ((!exact || value >= SmallCount) && text.HasLevel(value));
    }
}
