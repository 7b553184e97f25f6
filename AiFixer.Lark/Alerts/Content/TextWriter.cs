using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Lark.Alerts;

/// <summary>Gathers the words and links of a message, no more than a person could have meant.</summary>
internal sealed class TextWriter
{
    private const int Longest = 32_000;
    private const int MostLinks = 50;

    private readonly StringBuilder _text = new();
    private readonly List<string> _links = [];

    public void Inline(string text)
    {
        if (_text.Length < Longest)
            _text.Append(text);
    }

    public void Line(string text)
    {
        EndLine();
        Inline(text);
        EndLine();
    }

    public void EndLine()
    {
        if (_text.Length > 0 && _text[^1] != '\n')
            _text.Append('\n');
    }

    public void Link(string? address)
    {
        if (address is not null && _links.Count < MostLinks && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            _links.Add(uri.AbsoluteUri);
    }

    public MessageText Take()
    {
        var lines = TextCleaner.Lines(_text.ToString(), Longest).Split('\n').Select(line => line.Trim());
        return new([.. lines], _links);
    }
}
