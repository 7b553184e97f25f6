namespace AiFixer.Tests.Deployment;

/// <summary>Programs of the machine.</summary>
internal static class Installed
{
    /// <summary>Null when it is not installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
