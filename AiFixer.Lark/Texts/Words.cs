using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Texts;

/// <summary>What people are told, in one language: the sentences of an embedded file, by their keys.</summary>
internal sealed class Words
{
    private readonly FrozenDictionary<string, string> _sentences;

    private Words(Language language, string file)
    {
        Language = language;
        using var stream = typeof(Words).Assembly.GetManifestResourceStream($"AiFixer.Lark.Texts.{file}.json")!;
        _sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Words English { get; } = new(Language.English, "en");

    public static Words Chinese { get; } = new(Language.Chinese, "zh-CN");

    public Language Language { get; }

    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    public string this[string key] => _sentences[key];

    public static Words Of(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>A sentence as plain text.</summary>
    public string Say(string key, params object[] values) => string.Format(CultureInfo.InvariantCulture, this[key], values);

    /// <summary>A sentence on a card.</summary>
    public Markdown Tell(string key, params Markdown[] values) => Markdown.Phrase(this[key], values);

    /// <summary>The word for a value of an enumeration, such as <c>risk.high</c>.</summary>
    public string Name<T>(string group, T value)
        where T : struct, Enum => this[$"{group}.{value.ToString().ToLowerInvariant()}"];
}
