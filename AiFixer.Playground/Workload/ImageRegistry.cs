namespace AiFixer.Playground.Workload;

/// <summary>Which images can be pulled: of the world's own registry what was pushed, of any other registry everything.</summary>
internal sealed class ImageRegistry
{
    public const string Host = "registry.local/";

    private readonly HashSet<string> pushed = new(StringComparer.Ordinal);

    public void Push(string image) => pushed.Add(image);

    public bool Has(string? image) => image is not null && (!image.StartsWith(Host, StringComparison.Ordinal) || pushed.Contains(image));
}
