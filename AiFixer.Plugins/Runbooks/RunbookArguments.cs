namespace AiFixer.Plugins.Runbooks;

/// <summary>The arguments of <c>runbook.search</c>.</summary>
internal sealed record RunbookArguments
{
    public string Query { get; set; } = "";

    public int Limit { get; init; }
}
