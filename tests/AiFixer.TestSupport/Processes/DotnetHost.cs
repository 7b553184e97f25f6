namespace AiFixer.TestSupport;

/// <summary>The <c>dotnet</c> to start other programs with: the one that runs the tests, else the one on the path.</summary>
public static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        string?[] candidates = [Environment.ProcessPath, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")];
        return candidates.FirstOrDefault(path => System.IO.Path.GetFileName(path) == "dotnet") ?? "dotnet";
    }
}
