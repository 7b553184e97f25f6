namespace AiFixer.Llm.Providers;

/// <summary>Which names of tools a provider takes.</summary>
/// <param name="Extra">Characters besides ASCII letters, digits and the underscore.</param>
internal sealed record ToolNameRule(int MostLength, string Extra)
{
    public bool Takes(char c) => char.IsAsciiLetterOrDigit(c) || c == '_' || Extra.Contains(c, StringComparison.Ordinal);
}
