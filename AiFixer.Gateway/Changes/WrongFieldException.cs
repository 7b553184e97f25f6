namespace AiFixer.Gateway.Changes;

/// <summary>A field that cannot be taken; caught where the body is parsed.</summary>
internal sealed class WrongFieldException(string field, string problem) : Exception($"{field} {problem}")
{
    public string Field { get; } = field;

    public string Problem { get; } = problem;
}
