using System.Collections.Frozen;

namespace AiFixer.Playground.Lark.Page;

/// <summary>The files of the chat page.</summary>
internal static class ChatAssets
{
    private static readonly FrozenDictionary<string, (string Type, byte[] Content)> Files = new Dictionary<string, (string, byte[])>
    {
        ["/"] = ("text/html", Read("chat.html")),
        ["/chat.css"] = ("text/css", Read("chat.css")),
        ["/chat/chat.js"] = ("text/javascript", Read("chat.js")),
        ["/chat/card.js"] = ("text/javascript", Read("card.js")),
        ["/chat/form.js"] = ("text/javascript", Read("form.js")),
        ["/chat/markdown.js"] = ("text/javascript", Read("markdown.js")),
        ["/chat/dom.js"] = ("text/javascript", Read("dom.js")),
        ["/chat/words.js"] = ("text/javascript", Read("words.js")),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static (string Type, byte[] Content)? Find(string path) => Files.TryGetValue(path, out var file) ? file : null;

    private static byte[] Read(string name)
    {
        using var file = typeof(ChatAssets).Assembly.GetManifestResourceStream($"chat/{name}")!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
