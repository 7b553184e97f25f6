namespace AiFixer.Plugins.Runbooks;

/// <summary>Sections by their words. How well one fits is BM25: rare words count more, many of the same less and less, long texts less.</summary>
internal sealed class RunbookIndex
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;
    private const int HeadingWeight = 3;
    private readonly List<(RunbookSection Section, Dictionary<string, int> Words, int Length)> sections;
    private readonly Dictionary<string, int> holders = new(StringComparer.Ordinal);
    private readonly double averageLength;

    public RunbookIndex(IEnumerable<RunbookSection> all)
    {
        sections = [.. all.Select(Count)];
        foreach (var word in sections.SelectMany(s => s.Words.Keys))
            holders[word] = holders.GetValueOrDefault(word) + 1;
        averageLength = sections.Count == 0 ? 1 : Math.Max(1, sections.Average(s => s.Length));
    }

    public int Sections => sections.Count;

    public IEnumerable<RunbookHit> Search(string query, int limit)
    {
        var words = SearchWords.Of(query).Distinct(StringComparer.Ordinal).ToList();
        return sections
            .Select(s => new RunbookHit(s.Section, words.Sum(w => Score(w, s.Words, s.Length))))
            .Where(hit => hit.Score > 0)
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Section.File, StringComparer.Ordinal)
            .ThenBy(hit => hit.Section.Line)
            .Take(limit);
    }

    private double Score(string word, Dictionary<string, int> words, int length)
    {
        if (!words.TryGetValue(word, out var often))
            return 0;
        var rare = Math.Log(1 + ((sections.Count - holders[word] + 0.5) / (holders[word] + 0.5)));
        return rare * often * (Saturation + 1) / (often + (Saturation * (1 - LengthWeight + (LengthWeight * length / averageLength))));
    }

    private static (RunbookSection Section, Dictionary<string, int> Words, int Length) Count(RunbookSection section)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = SearchWords.Of(section.Text);
        foreach (var word in text)
            words[word] = words.GetValueOrDefault(word) + 1;
        foreach (var word in SearchWords.Of(section.Heading))
            words[word] = words.GetValueOrDefault(word) + HeadingWeight;
        return (section, words, text.Count);
    }
}
