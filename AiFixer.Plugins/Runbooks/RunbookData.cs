namespace AiFixer.Plugins.Runbooks;

/// <summary>A section that fits.</summary>
internal sealed record RunbookData(string File, string Heading, int Line, double Score, string Snippet)
{
    public static RunbookData Of(RunbookHit hit, string query) => new(
        hit.Section.File, hit.Section.Heading, hit.Section.Line, Math.Round(hit.Score, 3), RunbookSnippet.Of(hit.Section.Text, query));
}
