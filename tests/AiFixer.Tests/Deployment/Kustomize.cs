using AiFixer.TestSupport;

namespace AiFixer.Tests.Deployment;

/// <summary>The ways of running AiFixer in Kubernetes, as <c>kubectl</c> reads them.</summary>
internal static class Kustomize
{
    public const string Folder = "k8s/overlays";

    /// <summary>What pods carry that run AiFixer itself, and not a database beside it.</summary>
    public const string OurImages = "aifixer-";

    public static TheoryData<string> Overlays =>
        [.. Directory.EnumerateDirectories(Path.Combine(SourceFolder.Root, Folder)).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static string PathOf(string overlay) => Path.Combine(SourceFolder.Root, Folder, overlay);

    /// <summary>The documents of an overlay, or of any folder below the repository.</summary>
    public static async Task<string> TextAsync(string folder)
    {
        Assert.SkipWhen(Kubectl is null, "kubectl is not installed");
        return string.Join('\n', await ChildProcess.RunAsync(new(Kubectl!, ["kustomize", folder])));
    }

    public static string? Kubectl { get; } = Installed.Find("kubectl");
}
