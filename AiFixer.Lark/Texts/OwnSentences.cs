using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiFixer.Lark.Texts;

/// <summary>
/// Says in another language what AiFixer itself has written down. The journal keeps such sentences as they were said, in
/// English: they are known again by their form, and what is known by none stays as it is.
/// </summary>
internal sealed partial class OwnSentences
{
    private const int Longest = 2_000;
    private readonly ImmutableArray<(Regex Form, string Other)> _forms;

    // Of several forms the one that says the most in words of its own.
    private OwnSentences(IEnumerable<KeyValuePair<string, string>> sentences) =>
        _forms = [.. sentences.OrderByDescending(pair => Place().Replace(pair.Key, "").Length).Select(pair => (new Regex($"^{Pattern(pair.Key)}$", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant), pair.Value))];

    public static OwnSentences Chinese { get; } = new(Load());

    public static IReadOnlyDictionary<string, string> Load()
    {
        using var file = typeof(OwnSentences).Assembly.GetManifestResourceStream("AiFixer.Lark.Texts.sentences.zh-CN.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
    }

    public string Say(string text)
    {
        if (text.Length is 0 or > Longest)
            return text;
        foreach (var (form, other) in _forms)
        {
            if (form.Match(text) is { Success: true } match)
                return Place().Replace(other, place => Say(match.Groups["v" + place.Value[1]].Value));
        }

        return text;
    }

    private static string Pattern(string sentence) => string.Concat(Place().Split(sentence).Zip([.. Place().Matches(sentence).Select(place => $"(?<v{place.Value[1]}>.+?)"), ""], (words, place) => Regex.Escape(words) + place));

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
