using System.Xml.Linq;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Deployment.Images;

/// <summary>What can be said of the images without building them. What they publish is run by <c>./test --images</c>.</summary>
public sealed class DockerfileTests
{
    public static TheoryData<string> Files => ["Dockerfile", "silo.Dockerfile"];

    [Theory]
    [MemberData(nameof(Files))]
    public void It_builds_in_one_stage_and_runs_in_another_as_somebody_without_rights(string file)
    {
        var dockerfile = Read(file);

        dockerfile.Stages.Count.ShouldBe(2);
        dockerfile.Stages.ShouldAllBe(image => image.Contains(":10.0", StringComparison.Ordinal));
        dockerfile.Stages[1].ShouldContain("chiseled-extra");
        dockerfile.Final.Single(one => one.Name == "USER").Arguments.ShouldBe("1654:1654");
        dockerfile.Final.ShouldNotContain(one => one.Name == "RUN", "there is no shell in it");
        dockerfile.Final.Single(one => one.Name == "STOPSIGNAL").Arguments.ShouldBe("SIGTERM");
        dockerfile.Words("ENTRYPOINT")[0].ShouldBe("dotnet", "it gets the signals itself");
        dockerfile.Final.Single(one => one.Name == "VOLUME").Arguments.ShouldBe("[\"/data\", \"/tmp\"]");
        dockerfile.Environment["Storage__DataFolder"].ShouldBe("/data");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_it_copies_is_there(string file)
    {
        var dockerfile = Read(file);
        using var context = new TempFolder();
        BuildContext.Copy(SourceFolder.Root, context.Path).ShouldBeGreaterThan(500);

        foreach (var copy in dockerfile.All("COPY").Where(copy => !copy.StartsWith("--from", StringComparison.Ordinal)))
            Path.Exists(Path.Combine(context.Path, copy.Split(' ')[0])).ShouldBeTrue(copy);
        Needed(Path.Combine(context.Path, dockerfile.Publish[2])).ShouldAllBe(project => File.Exists(project));
        Directory.EnumerateDirectories(context.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldNotContain(name => name == "bin" || name == "obj" || name == ".git");
        Directory.EnumerateFileSystemEntries(context.Path).Select(Path.GetFileName).ShouldNotContain("secrets");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_it_starts_is_what_it_publishes(string file)
    {
        var dockerfile = Read(file);
        var project = Path.Combine(SourceFolder.Root, dockerfile.Publish[2]);
        var assembly = XDocument.Load(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

        dockerfile.Words("ENTRYPOINT")[1].ShouldBe($"/app/{assembly}.dll");
        dockerfile.Publish.ShouldContain("/app");
        dockerfile.Words("HEALTHCHECK").ShouldBe(["dotnet", "/app/aifixer.dll", "health"]);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Manifests_let_it_write_where_it_writes_and_nowhere_else(string file)
    {
        await using var bench = await ClusterBench.WithAsync("cluster");
        var image = file == "Dockerfile" ? "aifixer-gateway" : "aifixer-silo";
        var workload = (await Workload.AllAsync(bench)).Single(one => one.Container["image"]!.ToString().Contains(image, StringComparison.Ordinal));

        var writable = workload.Container["volumeMounts"]!.AsArray().Where(mount => mount!["readOnly"] is null).Select(mount => mount!["mountPath"]!.ToString());

        writable.ShouldBe(["/data", "/tmp"], ignoreOrder: true);
        workload.Pod["securityContext"]!["runAsUser"]!.ToString().ShouldBe("1654");
    }

    private static Dockerfile Read(string file) => Dockerfile.Read(Path.Combine(SourceFolder.Root, file));

    /// <summary>The project and all that it refers to.</summary>
    private static HashSet<string> Needed(string project)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([project]);
        while (open.TryDequeue(out var next))
        {
            if (!seen.Add(next) || !File.Exists(next))
                continue;
            foreach (var reference in XDocument.Load(next).Descendants("ProjectReference"))
                open.Enqueue(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(next)!, reference.Attribute("Include")!.Value)));
        }

        return seen;
    }
}
