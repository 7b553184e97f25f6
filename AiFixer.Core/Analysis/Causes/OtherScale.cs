using System.Globalization;
using System.Text.RegularExpressions;
using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Signals;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>
/// Values that came from somebody are exactly a hundred or a thousand times what they were: they were sent in another unit. What
/// reads them reads all others as before.
/// </summary>
internal static partial class OtherScale
{
    private const int Least = 3;
    private const int LeastDigits = 3;

    /// <summary>Likely, and no more: who reads it may have begun to read it in another way.</summary>
    private const double Strength = 0.72;
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Before = TimeSpan.FromHours(3);

    public static Cause? In(Picture picture)
    {
        var odd = picture.Scene.Lines.Where(line => line.At >= picture.Onset - Before && line.At <= picture.OnsetLatest)
            .Select(line => (Line: line, Scale: Scaled(line.Text))).Where(one => one.Scale is not null)
            .GroupBy(one => (one.Line.Service, one.Scale!.Value.Ratio))
            .Where(group => group.Select(one => one.Scale!.Value.Digits).Distinct().Count() >= Least)
            .OrderByDescending(group => group.Count()).FirstOrDefault()?.ToList();
        if (odd is null || Sent(odd[0].Line, picture) is not { } news || IsUsual(odd[0].Line.Service, odd[0].Scale!.Value.Ratio, picture))
            return null;
        var (service, ratio) = (odd[0].Line.Service, odd[0].Scale!.Value.Ratio);
        var suffers = picture.Signals.Where(s => s is { Kind: SignalKind.Metric, Strength: > 0.5 }).OrderByDescending(s => s.Owner == picture.Scene.Subject).Take(3);
        return new(
            Categories.DataQuality, Strength,
            $"The values that {service} was sent are exactly {ratio} times what they were, as in {Workload.Quote.Of(Cut(odd[0].Line.Text))}: they came in another unit, with {Workload.Quote.Of(Cut(news.Text))} at {MetricSignals.Clock(news.At)}.",
            "purge-bad-data",
            [.. odd.Take(Least).Select(one => new CitedClaim($"At {MetricSignals.Clock(one.Line.At)} {service} writes: {Cut(one.Line.Text)}", [one.Line.Evidence])), .. Weighing.Claims([.. suffers])])
        { Culprit = "none" };
    }

    /// <summary>Two numbers with the same digits of which one is a hundred or a thousand times the other.</summary>
    private static (int Ratio, string Digits)? Scaled(string text)
    {
        if (!Compares().IsMatch(text))
            return null;
        var numbers = Number().Matches(text).Select(m => (Text: m.Value, Digits: m.Value.Replace(".", "", StringComparison.Ordinal).Trim('0'))).Where(n => n.Digits.Length >= LeastDigits).Take(12).ToList();
        foreach (var same in numbers.GroupBy(n => n.Digits).Where(group => group.Count() == 2))
        {
            var (one, other) = (decimal.Parse(same.First().Text, CultureInfo.InvariantCulture), decimal.Parse(same.Last().Text, CultureInfo.InvariantCulture));
            var ratio = Math.Max(one, other) / Math.Min(one, other);
            if (ratio is 100 or 1000)
                return ((int)ratio, same.Key);
        }

        return null;
    }

    /// <summary>Who always writes a thing in two units did it long before the trouble, too.</summary>
    private static bool IsUsual(string service, int ratio, Picture picture) =>
        picture.Scene.Lines.Any(line => line.Service == service && line.At < picture.Onset - Lately && Scaled(line.Text)?.Ratio == ratio);

    /// <summary>Something came right before it.</summary>
    private static LineFact? Sent(LineFact odd, Picture picture) => picture.Scene.Lines
        .Where(line => line.Service == odd.Service && line.At <= odd.At && line.At >= odd.At - TimeSpan.FromMinutes(10) && Scaled(line.Text) is null && Came().IsMatch(line.Text))
        .OrderByDescending(line => line.At).FirstOrDefault();

    private static string Cut(string text) => text.Length > 240 ? $"{text[..240]}…" : text;

    [GeneratedRegex(@"(?<![\w.])[0-9]{1,12}(\.[0-9]{1,6})?(?![\w.]*\d)(?!%)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    /// <summary>It says what came and what there was before; one quantity told in two units does not.</summary>
    [GeneratedRegex(@"\b(was|were|had|before|previous(ly)?|prior|last|expected|usual(ly)?|normally|instead|against|compared|median|baseline|old|vs)\b|->|→", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Compares();

    [GeneratedRegex(@"\b(file|sheet|feed|import\w*|ingest\w*|deliver\w*|received|snapshot|dataset|batch|upload\w*|sftp|csv|payload)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Came();
}
