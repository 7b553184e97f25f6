using System.Text.Json;

namespace AiFixer.Tests.Core.Analysis;

/// <summary>What other libraries say of the same numbers; <c>make.py</c> beside the files tells how they were made.</summary>
internal static class VectorFile
{
    public static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), name))).RootElement;

    public static TheoryData<string> Names(string file) => [.. Read(file).EnumerateObject().Select(one => one.Name)];

    public static double[] Numbers(this JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(one => one.GetDouble())];

    public static int[] Places(this JsonElement of, string name) => [.. of.GetProperty(name).EnumerateArray().Select(one => one.GetInt32())];

    public static double Number(this JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiFixer.sln")))
            folder = folder.Parent;
        return Path.Combine(
            folder?.FullName ?? throw new DirectoryNotFoundException("The tests are not inside the repository."),
            "tests/AiFixer.Tests/Core/Analysis/Vectors");
    }
}
