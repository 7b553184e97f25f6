namespace AiFixer.Core.Playbooks.Reading;

/// <summary>A piece of a file and the line it is in, whatever the file is written in.</summary>
public abstract record SourceNode(int Line)
{
    /// <summary>Named values, in their order; no name comes twice.</summary>
    public sealed record Map(int Line, IReadOnlyList<SourceField> Fields) : SourceNode(Line);

    public sealed record List(int Line, IReadOnlyList<SourceNode> Items) : SourceNode(Line);

    /// <param name="IsQuoted">Whether it must be text: <c>"30"</c> is, 30 may be a number.</param>
    public sealed record Text(int Line, string Value, bool IsQuoted) : SourceNode(Line);
}
