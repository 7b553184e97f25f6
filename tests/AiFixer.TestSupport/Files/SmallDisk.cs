namespace AiFixer.TestSupport;

/// <summary>A file system of its own that is soon full. Only root may mount one.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly TempFolder folder = new();

    private SmallDisk()
    {
    }

    public string Path => folder.Path;

    /// <returns>Null where nothing may be mounted.</returns>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        var disk = new SmallDisk();
        try
        {
            await ChildProcess.RunAsync(new("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "aifixer-test", disk.Path]));
            return disk;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            disk.folder.Dispose();
            return null;
        }
    }

    public Task GrowAsync(int megabytes) =>
        ChildProcess.RunAsync(new("mount", ["-o", $"remount,size={megabytes}m", Path]));

    public async ValueTask DisposeAsync()
    {
        await ChildProcess.RunAsync(new("umount", [Path]));
        folder.Dispose();
    }
}
