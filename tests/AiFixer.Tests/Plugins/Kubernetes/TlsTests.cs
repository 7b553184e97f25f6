using System.Security.Cryptography.X509Certificates;
using AiFixer.Plugins;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class TlsTests : IAsyncLifetime
{
    private readonly (string Certificate, string Key) pem = TestCertificate.Create();
    private readonly string authority = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.crt");
    private WebApplication server = null!;

    [Fact]
    public async Task A_server_of_the_named_authority_is_trusted() =>
        (await AskAsync(new() { Server = server.Urls.Single(), CertificateAuthority = authority })).Success.ShouldBeTrue();

    [Fact]
    public async Task A_server_of_an_unknown_authority_is_not()
    {
        var result = await AskAsync(new() { Server = server.Urls.Single() });

        result.Error!.ShouldContain("could not be reached");
        result.Error!.ShouldContain("certificate");
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_refused() =>
        (await AskAsync(new() { Server = server.Urls.Single(), CertificateAuthority = authority, TlsServerName = "other.example" }))
            .Error!.ShouldContain("RemoteCertificateNameMismatch");

    [Fact]
    public async Task A_certificate_that_expired_is_named_as_that()
    {
        var expired = TestCertificate.Create(until: TimeProvider.System.GetUtcNow().AddHours(-1));
        await using var old = await StartAsync(expired);
        await File.WriteAllTextAsync(authority, expired.Certificate, TestContext.Current.CancellationToken);

        (await AskAsync(new() { Server = old.Urls.Single(), CertificateAuthority = authority })).Error!.ShouldContain("NotTimeValid");
    }

    [Fact]
    public async Task Verification_can_be_switched_off_by_name() =>
        (await AskAsync(new() { Server = server.Urls.Single(), InsecureSkipTlsVerify = true })).Success.ShouldBeTrue();

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(authority, pem.Certificate);
        server = await StartAsync(pem);
    }

    private static async Task<WebApplication> StartAsync((string Certificate, string Key) pem)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("https://127.0.0.1:0").ConfigureKestrel(kestrel =>
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = X509Certificate2.CreateFromPem(pem.Certificate, pem.Key)));
        var server = builder.Build();
        server.MapGet("/api/v1/namespaces/shop/pods", () => Results.Content("""{"items":[]}""", "application/json"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        File.Delete(authority);
    }

    private static async Task<PluginResult> AskAsync(AiFixer.Plugins.Kubernetes.KubernetesConnectionOptions connection)
    {
        var options = new PluginsOptions { Kubernetes = { ["default"] = connection } };
        options.Host.ReadRetries = 0;
        using var setup = PluginSetup.Create(options, TimeProvider.System, NullLoggerFactory.Instance);
        return await setup.Host.RunAsync(
            "k8s.list_pods", new("""{"namespace":"shop"}""", "INC-1", null, "tester", TimeProvider.System.GetUtcNow()),
            TestContext.Current.CancellationToken);
    }
}
