namespace AiFixer.Core.Schemas;

/// <summary>What is wrong with one argument.</summary>
/// <param name="Path">Where, such as <c>$.replicas</c>.</param>
/// <param name="Message">What, in a few words.</param>
public sealed record ArgumentError(string Path, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Message}";
}
