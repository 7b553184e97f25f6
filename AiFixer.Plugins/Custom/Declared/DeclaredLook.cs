namespace AiFixer.Plugins.Custom.Declared;

/// <summary>How a remediation sees what is so.</summary>
internal sealed class DeclaredLook
{
    public DeclaredHttp? Http { get; set; }

    public List<string>? Command { get; set; }

    /// <summary>What is so when the change is in the world: JSON pointers and values.</summary>
    public Dictionary<string, string> Done { get; set; } = [];

    /// <summary>What is so when the target does its job.</summary>
    public Dictionary<string, string> Healthy { get; set; } = [];

    /// <summary>What must not change between approval and sending, besides what is changed: JSON pointers.</summary>
    public List<string> Touches { get; set; } = [];
}
