using System.Net.Http.Headers;
using System.Text;
using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class KubeconfigTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("kubeconfig").FullName;
    private readonly ManualTime time = new();

    [Fact]
    public async Task The_current_context_leads_to_its_cluster_with_its_token()
    {
        var endpoint = Load(Config("token: secret"));

        endpoint.Server.ShouldBe(new Uri("https://api.example:6443"));
        endpoint.Locate("/api/v1/pods").ToString().ShouldBe("https://api.example:6443/api/v1/pods");
        (await endpoint.Credential.GetAsync(Stop)).Header.ShouldBe(new AuthenticationHeaderValue("Bearer", "secret"));
    }

    [Fact]
    public async Task A_token_file_wins_is_relative_to_the_file_and_is_read_again()
    {
        Write("token", "first\n");
        var credential = Load(Config("token: ignored\n    tokenFile: token")).Credential;
        (await credential.GetAsync(Stop)).Header!.Parameter.ShouldBe("first");

        Write("token", "second");
        (await credential.GetAsync(Stop)).Header!.Parameter.ShouldBe("first");
        time.Advance(TimeSpan.FromMinutes(1));

        (await credential.GetAsync(Stop)).Header!.Parameter.ShouldBe("second");
    }

    [Fact]
    public async Task A_refused_token_is_read_again_at_once()
    {
        Write("token", "first");
        var credential = Load(Config("tokenFile: token")).Credential;
        await credential.GetAsync(Stop);
        Write("token", "second");

        credential.Forget().ShouldBeTrue();

        (await credential.GetAsync(Stop)).Header!.Parameter.ShouldBe("second");
    }

    [Fact]
    public void A_client_certificate_and_an_authority_come_from_data()
    {
        var (certificate, key) = TestCertificate.Create();
        var endpoint = Load(Config(
            $"client-certificate-data: {Base64(certificate)}\n    client-key-data: {Base64(key)}", $"certificate-authority-data: {Base64(certificate)}"));

        endpoint.Tls.Client!.HasPrivateKey.ShouldBeTrue();
        endpoint.Tls.Authorities!.Count.ShouldBe(1);
        endpoint.Tls.ToOptions().RemoteCertificateValidationCallback.ShouldBeNull();
    }

    [Fact]
    public async Task Of_several_files_the_first_that_names_a_thing_wins()
    {
        var first = Write("a", Config("token: one"));
        var second = Write("b", Config("token: two").Replace("api.example", "other.example", StringComparison.Ordinal));

        var endpoint = Kubeconfig.Load([first, second]).Resolve(null, time);

        endpoint.Server.Host.ShouldBe("api.example");
        (await endpoint.Credential.GetAsync(Stop)).Header!.Parameter.ShouldBe("one");
    }

    [Fact]
    public void A_changed_file_is_read_again_and_an_unchanged_one_is_not()
    {
        var path = Write("config", Config("token: one"));
        var source = new KubeconfigEndpointSource(path, null, time);
        var before = source.Current();
        source.Current().ShouldBeSameAs(before);

        Write("config", Config("token: another"));

        source.Current().ShouldNotBeSameAs(before);
    }

    [Theory]
    [InlineData("exec: {command: aws}", "apiVersion")]
    [InlineData("exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never}", "names no command")]
    [InlineData("exec: {apiVersion: client.authentication.k8s.io/v1, command: aws}", "needs an interactiveMode")]
    [InlineData("exec: {apiVersion: client.authentication.k8s.io/v1, command: aws, interactiveMode: Always}", "wants a person at a terminal")]
    [InlineData("exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws, interactiveMode: Sometimes}", "must be Never, IfAvailable or Always")]
    [InlineData("auth-provider: {name: gcp}", "auth-provider")]
    [InlineData("as: root", "impersonates")]
    [InlineData("client-key-data: '!'", "client-key-data is not base64")]
    [InlineData("tokenFile: [", "is not a kubeconfig")]
    public void What_cannot_be_used_is_said(string user, string error) =>
        Should.Throw<KubeAccessException>(() => Load(Config(user))).Message.ShouldContain(error);

    [Fact]
    public void A_context_that_is_not_there_is_said() =>
        Should.Throw<KubeAccessException>(() => Load(Config("token: x"), "other")).Message.ShouldBe("the kubeconfig has no context 'other'");

    [Fact]
    public void A_token_never_leaves_in_clear_text() =>
        Should.Throw<KubeAccessException>(() => Load(Config("token: x").Replace("https:", "http:", StringComparison.Ordinal)))
            .Message.ShouldContain("not https");

    [Fact]
    public void In_a_cluster_the_address_comes_from_the_environment()
    {
        Write("ca.crt", TestCertificate.Create().Certificate);
        Write("token", "mine");
        var environment = new Dictionary<string, string> { ["KUBERNETES_SERVICE_HOST"] = "fd00::1", ["KUBERNETES_SERVICE_PORT"] = "443" };

        InClusterEndpoint.Create(environment.GetValueOrDefault, time, folder).Server.ShouldBe(new Uri("https://[fd00::1]:443"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Config(string user, string cluster = "insecure-skip-tls-verify: false") => $$$"""
        apiVersion: v1
        kind: Config
        current-context: c
        preferences: {}
        clusters:
        - name: k
          cluster:
            server: https://api.example:6443
            {{{cluster}}}
        contexts: [{name: c, context: {cluster: k, user: u, namespace: prod}}]
        users:
        - name: u
          user:
            {{{user}}}
        """;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private KubeEndpoint Load(string yaml, string? context = null) => Kubeconfig.Load([Write("config", yaml)]).Resolve(context, time);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
