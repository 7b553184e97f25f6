namespace AiFixer.Plugins;

/// <summary>What a plugin says about itself. Everything the policy, the page and the models know of it.</summary>
public sealed record PluginManifest
{
    /// <summary>Unique name such as <c>k8s.scale_deployment</c>. Custom plugins are named <c>custom.*</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Description { get; init; }

    /// <summary>Whether it reads or changes.</summary>
    public required PluginCategory Category { get; init; }

    /// <summary>JSON Schema (an object) of the arguments; they are validated before the plugin sees them.</summary>
    public required string ParametersSchema { get; init; }

    /// <summary>What it does in the words fences use: <c>read</c>, <c>restart</c>, <c>scale</c>, <c>rollback</c>, <c>delete</c>, …</summary>
    public string Verb { get; init; } = "read";

    /// <summary>The plugin's own risk. A model may raise it, never lower it.</summary>
    public PluginRisk Risk { get; init; } = PluginRisk.Low;

    /// <summary>True when sending the same plan twice leaves the same world as sending it once.</summary>
    public bool Idempotent { get; init; }

    /// <summary>
    /// True when every plan carries a precondition by which the target itself refuses a second sending.
    /// </summary>
    public bool Guarded { get; init; }

    /// <summary>The kind of thing it acts on, such as <c>deployment</c>.</summary>
    public string ResourceKind { get; init; } = "";

    /// <summary>How long one call may take; the host enforces it.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
