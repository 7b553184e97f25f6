using System.IO.Compression;

namespace AiFixer.Tests.Storage.Retention;

/// <summary>Writes an archive anew with other words in it.</summary>
internal static class ArchiveForger
{
    public static async Task ChangeAsync(string path, string from, string to)
    {
        string text;
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress)))
            text = await reader.ReadToEndAsync();
        text.ShouldContain(from);
        await using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        await writer.WriteAsync(text.Replace(from, to, StringComparison.Ordinal));
    }
}
