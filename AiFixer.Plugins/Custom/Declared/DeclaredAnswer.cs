namespace AiFixer.Plugins.Custom.Declared;

/// <summary>What of an answer is kept, and how it is said.</summary>
internal sealed class DeclaredAnswer
{
    /// <summary>Names with JSON pointers; without any, the whole answer is kept.</summary>
    public Dictionary<string, string> Fields { get; set; } = [];

    /// <summary>One sentence; what is in braces is a field or an argument.</summary>
    public string Message { get; set; } = "";
}
