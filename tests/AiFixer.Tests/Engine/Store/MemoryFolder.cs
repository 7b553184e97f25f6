namespace AiFixer.Tests.Engine.Store;

/// <summary>
/// A folder on a file system in memory where there is one: thousands of databases are made durable there in the time that
/// a disk takes for dozens. They are told to be as durable as anywhere.
/// </summary>
internal sealed class MemoryFolder : IDisposable
{
    private const string Shared = "/dev/shm";

    private readonly DirectoryInfo folder = Directory.Exists(Shared)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Shared, "aifixer-" + System.IO.Path.GetRandomFileName()))
        : Directory.CreateTempSubdirectory("aifixer-");

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
