using System.Text.RegularExpressions;

namespace AiFixer.Tests.Repository;

internal sealed record SourceFile(string Path, string Text)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    public int Lines => Text.AsSpan().Count('\n');

    /// <summary>Where the pattern occurs, as <c>path:line: text</c>.</summary>
    public IEnumerable<string> Find(Regex pattern) =>
        Text.Split('\n').Index()
            .Where(line => pattern.IsMatch(line.Item))
            .Select(line => $"{Path}:{line.Index + 1}: {line.Item.Trim()}");
}
