using AiFixer.Lark.Events;
using AiFixer.Lark.Texts;

namespace AiFixer.Lark.Talk;

/// <summary>A short answer in every language; the platform picks the reader's.</summary>
internal static class BothWords
{
    public static ClickAnswer Toast(ToastKind kind, Func<Words, string> say) => new(kind, say(Words.English), say(Words.Chinese));

    public static ClickAnswer Toast(ToastKind kind, string key) => Toast(kind, words => words[key]);
}
