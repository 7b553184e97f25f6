using System.Diagnostics;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Documents;

/// <summary>docs/plugins.md, followed to the letter in an empty folder.</summary>
public sealed class PluginsDocumentTests
{
    [Fact]
    public async Task Somebody_who_follows_the_document_has_plugins_that_run()
    {
        using var folder = new TempFolder();
        var walk = Walkthrough.Read(await File.ReadAllTextAsync(Path.Combine(Root, "docs", "plugins.md"), TestContext.Current.CancellationToken));
        var printed = "";
        var (files, commands, checks) = (0, 0, 0);
        foreach (var step in walk.Steps)
        {
            if (step.File.Length > 0)
            {
                Write(folder.File(step.File), step.Text);
                files++;
            }
            else if (step.Kind == "sh")
            {
                printed = await RunAsync(step.Text, folder.Path);
                commands++;
            }
            else if (step.Kind == "text")
            {
                step.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => printed.Contains(line), printed);
                checks++;
            }
        }

        (files, commands, checks).ShouldBe((5, 4, 4));
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "AiFixer.sln")))
                folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private static async Task<string> RunAsync(string commands, string folder)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-ec", commands])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["AIFIXER"] = Root, ["DOTNET_NOLOGO"] = "1", ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await output + await errors;
        process.ExitCode.ShouldBe(0, said);
        return said;
    }
}
