using System.Text;

namespace AiFixer.Core.Analysis.Claims;

/// <summary>One piece of evidence, made searchable: its words, its numbers, its moments, and how many there are of a thing.</summary>
internal sealed class EvidenceText
{
    private const double Close = 0.15;

    private readonly string words;
    private readonly double[] numbers;
    private readonly HashSet<int> counts;
    private readonly List<double[]> series;
    private readonly HashSet<string> minutes;

    private EvidenceText(string words, double[] numbers, HashSet<int> counts, List<double[]> series, HashSet<string> minutes) =>
        (this.words, this.numbers, this.counts, this.series, this.minutes) = (words, numbers, counts, series, minutes);

    public static EvidenceText Of(string message, string? data, Func<string, string>? shown = null)
    {
        var reading = new EvidenceReading();
        reading.Text(message);
        if (data is not null)
            reading.Data(data);
        if (shown?.Invoke($"{message}\n{data}") is { } other)
            reading.Text(other);
        var numbers = reading.Numbers.Order().ToArray();
        return new(Plain(reading.Words.ToString()), numbers, reading.Counts, reading.Series, Moments.Minutes(numbers));
    }

    /// <summary>Upper and lower case, and how much space there is between words, do not count.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <param name="plain">What to look for, as <see cref="Plain"/> writes it.</param>
    public bool Says(string plain) => words.Contains(plain, StringComparison.Ordinal);

    /// <summary>Says it as a word of its own: no letter or digit touches it.</summary>
    public bool Names(string plain, bool asPrefix = false)
    {
        for (var at = words.IndexOf(plain, StringComparison.Ordinal); at >= 0; at = words.IndexOf(plain, at + 1, StringComparison.Ordinal))
        {
            var after = at + plain.Length;
            if ((at == 0 || !IsWord(words[at - 1])) && (asPrefix || after == words.Length || !IsWord(words[after])))
                return true;
        }

        return false;
    }

    /// <summary>Has a number that is at least one bound and at most the other.</summary>
    public bool HasNumber(double least, double most, Func<double, bool> fits)
    {
        var at = Array.BinarySearch(numbers, least);
        for (at = at < 0 ? ~at : First(at); at < numbers.Length && numbers[at] <= most; at++)
        {
            if (fits(numbers[at]))
                return true;
        }

        return false;
    }

    /// <summary>Has a list of so many things.</summary>
    public bool Counts(int count) => counts.Contains(count);

    /// <summary>Has a list of so many things or more.</summary>
    public bool CountsAtLeast(int count) => counts.Any(counted => counted >= count);

    /// <summary>A series has values close below and close above: its level can be this, though no sample is.</summary>
    public bool HasLevel(double level) => series.Exists(values =>
    {
        var at = Array.BinarySearch(values, level);
        at = at < 0 ? ~at : at;
        return at > 0 && at < values.Length && values[at] - values[at - 1] <= Math.Abs(level) * Close;
    });

    /// <param name="minute">Such as <c>10:32</c>.</param>
    public bool KnowsMinute(string minute) => minutes.Contains(minute) || Says(minute);

    private int First(int at)
    {
        while (at > 0 && numbers[at - 1].Equals(numbers[at]))
            at--;
        return at;
    }

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c);
}
