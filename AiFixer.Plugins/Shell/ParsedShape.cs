namespace AiFixer.Plugins.Shell;

/// <summary>A shape, or why the text is none.</summary>
internal sealed record ParsedShape(CommandShape? Shape, string? Error)
{
    public static ParsedShape Wrong(string error) => new(null, error);
}
