using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AiFixer.Core.Texts;

/// <summary>
/// Everything that a part of the product says to people, in one language: sentences by their keys, with <c>{0}</c> where a
/// value goes. They are in a file of the assembly that says them: <c>en.json</c>, <c>zh-CN.json</c>, with the same keys.
/// </summary>
public sealed partial class TextBook
{
    private readonly FrozenDictionary<string, string> _sentences;

    public TextBook(Language language, IReadOnlyDictionary<string, string> sentences)
    {
        Language = language;
        _sentences = sentences.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public Language Language { get; }

    public IReadOnlyCollection<string> Keys => _sentences.Keys;

    /// <summary>A sentence as it stands in the file. A key that is not there is a mistake of ours, which tests find.</summary>
    public string this[string key] => _sentences.TryGetValue(key, out var sentence)
        ? sentence
        : throw new KeyNotFoundException($"Nothing is written under \"{key}\" in {LanguageTag.Of(Language)}.");

    /// <param name="folder">The namespace of the folder with the files.</param>
    public static TextBook Load(Assembly assembly, string folder, Language language)
    {
        using var file = assembly.GetManifestResourceStream($"{folder}.{LanguageTag.Of(language)}.json")
            ?? throw new FileNotFoundException($"{assembly.GetName().Name} has no texts in {LanguageTag.Of(language)}.");
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(file)!);
    }

    /// <summary>A sentence with its values.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values)
    {
        var sentence = this[key];
        if (values.IsEmpty)
            return sentence;
        var texts = new string[values.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Convert.ToString(values[i], CultureInfo.InvariantCulture) ?? "";
        return Place().Replace(sentence, place => texts[place.ValueSpan[1] - '0']);
    }

    /// <summary>A sentence about a number of things: <c>KEY.one</c> or <c>KEY.many</c>.</summary>
    public string Count(string key, long count) => Say(count == 1 ? $"{key}.one" : $"{key}.many", count);

    /// <summary>What a value of an enumeration is called: <c>status.awaitingDiagnosisApproval</c>.</summary>
    public string Name<T>(string group, T value)
        where T : struct, Enum => this[$"{group}.{JsonNamingPolicy.CamelCase.ConvertName(value.ToString())}"];

    /// <summary>A sentence in pieces: its words, and the numbers of the values that go between them.</summary>
    public IEnumerable<(string Words, int? Value)> Pieces(string key)
    {
        var (sentence, at) = (this[key], 0);
        foreach (Match place in Place().Matches(sentence))
        {
            if (place.Index > at)
                yield return (sentence[at..place.Index], null);
            yield return ("", place.Value[1] - '0');
            at = place.Index + place.Length;
        }

        if (at < sentence.Length)
            yield return (sentence[at..], null);
    }

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
