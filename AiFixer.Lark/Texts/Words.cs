using AiFixer.Core.Texts;
using AiFixer.Lark.Cards;

namespace AiFixer.Lark.Texts;

/// <summary>What people are told in chats, in one language.</summary>
internal sealed class Words
{
    private readonly TextBook _book;

    private readonly OwnSentences? _own;

    private Words(Language language) => (_own, _book) = (language == Language.Chinese ? OwnSentences.Chinese : null, TextBook.Load(typeof(Words).Assembly, "AiFixer.Lark.Texts", language));

    public static Words English { get; } = new(Language.English);

    public static Words Chinese { get; } = new(Language.Chinese);

    public IReadOnlyCollection<string> Keys => _book.Keys;

    public string this[string key] => _book[key];

    public static Words Of(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>A sentence as plain text.</summary>
    public string Say(string key, params ReadOnlySpan<object?> values) => _book.Say(key, values);

    /// <summary>What AiFixer itself has written down, in this language where it is one of its own sentences; anything else as it is.</summary>
    public string Own(string text) => _own?.Say(text) ?? text;

    /// <summary>A sentence on a card.</summary>
    public Markdown Tell(string key, params Markdown[] values) => Markdown.Phrase(_book[key], values);

    /// <summary>The word for a value of an enumeration, such as <c>risk.high</c>.</summary>
    public string Name<T>(string group, T value)
        where T : struct, Enum => _book.Name(group, value);
}
