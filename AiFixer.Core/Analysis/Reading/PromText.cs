namespace AiFixer.Core.Analysis.Reading;

/// <summary>Names come from outside: in a query they are values, never parts of its own words.</summary>
public static class PromText
{
    public static string Quoted(string value) =>
        value.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
