using System.Text;
using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Runbooks;

/// <summary>Cuts Markdown into sections at its headings; what looks like one within a block of code is none.</summary>
internal static partial class RunbookReader
{
    public static List<RunbookSection> Read(string file, string markdown)
    {
        var sections = new List<RunbookSection>();
        var (path, text, start, fence) = (new List<string>(), new StringBuilder(), 1, "");
        foreach (var (index, line) in markdown.ReplaceLineEndings("\n").Split('\n').Index())
        {
            fence = Fence(fence, line);
            var heading = fence.Length == 0 ? Heading().Match(line) : Match.Empty;
            if (!heading.Success)
            {
                text.Append(line).Append('\n');
                continue;
            }

            Close();
            start = index + 1;
            path = [.. path.Take(heading.Groups["level"].Length - 1), heading.Groups["title"].Value];
        }

        Close();
        return sections;

        void Close()
        {
            if (path.Count > 0 || text.ToString().Trim().Length > 0)
                sections.Add(new(file, string.Join(" › ", path), start, text.ToString().Trim()));
            text.Clear();
        }
    }

    private static string Fence(string open, string line)
    {
        var mark = FenceMark().Match(line).Groups["mark"].Value;
        return (open, mark) switch
        {
            (_, "") => open,
            ("", _) => mark,
            _ when mark.StartsWith(open, StringComparison.Ordinal) => "",
            _ => open,
        };
    }

    [GeneratedRegex(@"^ {0,3}(?<level>#{1,6})\s+(?<title>.+?)\s*#*\s*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(?<mark>`{3,}|~{3,})")]
    private static partial Regex FenceMark();
}
