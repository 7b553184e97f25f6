using System.Net;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Deployment.Compose;

public sealed class ComposeTests
{
    private static readonly ComposeFile File = ComposeFile.Read();

    [Fact]
    public void There_are_three_silos_a_gateway_and_what_they_keep_things_in()
    {
        File.Services.Keys.ShouldBe(["gateway", "silo-1", "silo-2", "silo-3", "postgres", "redis"], ignoreOrder: true);
        File.Services.Values.Where(ComposeFile.IsOurs).Select(service => (string)service["image"]).Count(image => image.Contains("silo", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void What_a_service_names_is_there()
    {
        foreach (var (name, service) in File.Services)
        {
            ComposeFile.Texts(service, "networks").ShouldBeSubsetOf(File.Names("networks"), name);
            ComposeFile.Texts(service, "secrets").ShouldBeSubsetOf(File.Names("secrets"), name);
            ComposeFile.Texts(service, "depends_on").ShouldBeSubsetOf(File.Services.Keys, name);
            ComposeFile.Texts(service, "volumes").Select(volume => volume.Split(':')[0]).ShouldBeSubsetOf(File.Names("volumes"), name);
            if (service.TryGetValue("build", out var build))
                System.IO.File.Exists(Path.Combine(SourceFolder.Root, (string)ComposeFile.Map(build)["dockerfile"])).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void Secrets_are_files_that_are_not_in_the_repository()
    {
        var ignored = System.IO.File.ReadAllLines(Path.Combine(SourceFolder.Root, ".gitignore"));

        File.Secrets.Values.ShouldAllBe(file => file.StartsWith("./secrets/", StringComparison.Ordinal));
        ignored.ShouldContain("/secrets/");
        foreach (var (name, service) in File.Services.Where(pair => ComposeFile.IsOurs(pair.Value)))
        {
            var files = ComposeFile.Environment(service).Where(pair => pair.Key.EndsWith("_FILE", StringComparison.Ordinal)).Select(pair => pair.Value);
            files.ShouldBe(ComposeFile.Texts(service, "secrets").Select(secret => $"/run/secrets/{secret}"), ignoreOrder: true, name);
        }
    }

    [Fact]
    public void Ours_write_nowhere_but_where_they_say_and_have_no_rights()
    {
        foreach (var (name, service) in File.Services.Where(pair => ComposeFile.IsOurs(pair.Value)))
        {
            service["read_only"].ShouldBe("true", name);
            ComposeFile.Texts(service, "cap_drop").ShouldBe(["ALL"], name);
            ComposeFile.Texts(service, "security_opt").ShouldBe(["no-new-privileges:true"], name);
            ComposeFile.Texts(service, "tmpfs").ShouldBe(["/tmp"], name);
            ComposeFile.Texts(service, "volumes").ShouldBe([$"{name}:/data"], name);
        }

        File.Services["gateway"]["ports"].ShouldBeOfType<List<object>>().ShouldBe(["127.0.0.1:8080:8080"]);
        File.Services.Where(pair => pair.Key != "gateway").ShouldAllBe(pair => !pair.Value.ContainsKey("ports"));
    }

    [Fact]
    public void Each_silo_says_the_address_it_has()
    {
        var silos = File.Services.Where(pair => pair.Key.StartsWith("silo-", StringComparison.Ordinal)).ToList();
        var addresses = silos.Select(silo => ComposeFile.Environment(silo.Value)["Cluster__Address"]).ToList();

        addresses.Distinct().Count().ShouldBe(3);
        addresses.ShouldBe(silos.Select(silo => (string)ComposeFile.Map(ComposeFile.Map(silo.Value["networks"])["inside"])["ipv4_address"]));
        addresses.ShouldAllBe(address => IPNetwork.Parse("172.30.90.0/24").Contains(IPAddress.Parse(address)));
    }
}
