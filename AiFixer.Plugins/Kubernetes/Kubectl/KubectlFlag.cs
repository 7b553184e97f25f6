namespace AiFixer.Plugins.Kubernetes;

/// <summary>One flag, what it may be called and what its value is.</summary>
/// <param name="Name">Its long name.</param>
/// <param name="Short">Its letter, if it has one.</param>
/// <param name="Type">What its value is; null when it has none.</param>
internal sealed record KubectlFlag(string Name, char? Short, KubectlType? Type)
{
    public override string ToString() => Short is { } letter ? $"-{letter}/--{Name}" : $"--{Name}";
}
