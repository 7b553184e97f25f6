using System.Net.Http.Headers;
using System.Text.Json;
using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class ExecCredentialTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private readonly TempFolder folder = new();
    private readonly ManualTime time = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("v1")]
    [InlineData("v1beta1")]
    public async Task A_program_hands_out_the_token(string version)
    {
        var credential = Load(Program($$$"""echo '{{{Answer("one", null, version)}}}'"""), version);

        (await credential.GetAsync(Stop)).Header.ShouldBe(new AuthenticationHeaderValue("Bearer", "one"));
    }

    [Fact]
    public async Task A_token_is_kept_until_it_expires()
    {
        var credential = Load(Program($$$"""echo x >> {{{folder.File("runs")}}}; echo '{{{Answer("one", "2026-03-01T12:10:00Z")}}}'"""));
        await credential.GetAsync(Stop);
        time.Advance(TimeSpan.FromMinutes(9));
        await credential.GetAsync(Stop);
        Runs().ShouldBe(1);

        time.Advance(TimeSpan.FromMinutes(1));
        await credential.GetAsync(Stop);

        Runs().ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_token_is_fetched_again()
    {
        var credential = Load(Program($$$"""echo x >> {{{folder.File("runs")}}}; echo '{{{Answer("one", null)}}}'"""));
        await credential.GetAsync(Stop);

        credential.Forget().ShouldBeTrue();
        await credential.GetAsync(Stop);

        Runs().ShouldBe(2);
    }

    [Fact]
    public async Task All_who_wait_are_served_by_one_run()
    {
        var credential = Load(Program($$$"""echo x >> {{{folder.File("runs")}}}; echo '{{{Answer("one", null)}}}'"""));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => credential.GetAsync(Stop).AsTask()));

        Runs().ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_program_is_not_started_for_every_request()
    {
        var credential = Load(Program($"""echo x >> {folder.File("runs")}; echo no such profile >&2; exit 3"""));

        (await FailureAsync(credential)).ShouldEndWith("ended with 3: no such profile");
        await FailureAsync(credential);
        Runs().ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(10));
        await FailureAsync(credential);

        Runs().ShouldBe(2);
    }

    [Fact]
    public async Task A_client_certificate_comes_as_plain_pem()
    {
        var (certificate, key) = TestCertificate.Create();
        var answer = JsonSerializer.Serialize(new
        {
            kind = "ExecCredential",
            apiVersion = "client.authentication.k8s.io/v1",
            status = new { clientCertificateData = certificate, clientKeyData = key },
        });
        await File.WriteAllTextAsync(folder.File("answer"), answer, Stop);

        var identity = await Load(Program($"cat {folder.File("answer")}")).GetAsync(Stop);

        identity.Header.ShouldBeNull();
        identity.Certificate!.HasPrivateKey.ShouldBeTrue();
    }

    [Fact]
    public async Task The_program_is_told_where_it_is_for_and_that_nobody_is_there()
    {
        var credential = Load(Program($$$"""
            echo "$KUBERNETES_EXEC_INFO" > {{{folder.File("info")}}}; echo "$PROFILE|$1|$2" > {{{folder.File("rest")}}}; cat > {{{folder.File("input")}}}
            echo '{{{Answer("one", null)}}}'
            """), more: "provideClusterInfo: true\n      args: ['a b', '$(id); rm']\n      env: [{name: PROFILE, value: prod}]");

        await credential.GetAsync(Stop);

        var info = JsonDocument.Parse(await File.ReadAllTextAsync(folder.File("info"), Stop)).RootElement;
        info.GetProperty("spec").GetProperty("interactive").GetBoolean().ShouldBeFalse();
        info.GetProperty("spec").GetProperty("cluster").GetProperty("server").GetString().ShouldBe("https://api.example:6443");
        (await File.ReadAllTextAsync(folder.File("rest"), Stop)).ShouldBe("prod|a b|$(id); rm\n");
        (await File.ReadAllTextAsync(folder.File("input"), Stop)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("echo hello", "did not answer in JSON")]
    [InlineData("echo '{}'", "did not answer with an ExecCredential")]
    [InlineData("""echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1","status":{"token":"x"}}'""", "did not answer with an ExecCredential")]
    [InlineData("""echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{}}'""", "neither a token nor a certificate")]
    [InlineData("""echo '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"clientKeyData":"x"}}'""", "neither a token nor a certificate")]
    [InlineData("""printf '%s' '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"a\r\nX: y"}}'""", "characters that no token has")]
    [InlineData("head -c 300000 /dev/zero", "said more than 262144 bytes")]
    public async Task What_is_no_credential_is_named_and_never_repeated(string script, string error) =>
        (await FailureAsync(Load(Program(script)))).ShouldContain(error);

    [Fact]
    public async Task A_program_that_hangs_is_ended()
    {
        var credential = Load(Program($"echo $$ > {folder.File("pid")}; sleep 600 & wait"));
        var asking = FailureAsync(credential);
        await Eventually.TrueAsync(() => File.Exists(folder.File("pid")) && new FileInfo(folder.File("pid")).Length > 0, "it runs", cancellation: Stop);

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return asking.IsCompleted;
            },
            "it was given up", cancellation: Stop);

        (await asking).ShouldEndWith("did not end within 20 s");
        var pid = (await File.ReadAllTextAsync(folder.File("pid"), Stop)).Trim();
        await Eventually.TrueAsync(() => !Directory.Exists($"/proc/{pid}"), "it is gone", cancellation: Stop);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named_with_its_hint() =>
        (await FailureAsync(Load("no-such-program-anywhere", more: "installHint: get it from the shop")))
            .ShouldBe("the kubeconfig's program no-such-program-anywhere is not there (get it from the shop)");

    [Fact]
    public async Task A_program_without_a_path_is_not_taken_from_the_present_folder()
    {
        var name = Path.GetFileName(Program("echo hi"));

        (await FailureAsync(Load(name))).ShouldContain("is not there");
    }

    public void Dispose() => folder.Dispose();

    private static string Answer(string token, string? expires, string version = "v1") => JsonSerializer.Serialize(new
    {
        kind = "ExecCredential",
        apiVersion = $"client.authentication.k8s.io/{version}",
        status = new { token, expirationTimestamp = expires },
    });

    private static async Task<string> FailureAsync(ICredential credential) =>
        (await Should.ThrowAsync<KubeAccessException>(async () => await credential.GetAsync(Stop))).Message;

    private int Runs() => File.ReadAllLines(folder.File("runs")).Length;

    private string Program(string script)
    {
        var path = folder.File("program.sh");
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private ICredential Load(string command, string version = "v1", string more = "interactiveMode: Never")
    {
        var config = folder.File("config");
        var mode = more.Contains("interactiveMode", StringComparison.Ordinal) ? "" : "interactiveMode: IfAvailable";
        File.WriteAllText(config, $"""
            apiVersion: v1
            kind: Config
            current-context: c
            clusters:
            - name: k
              cluster:
                server: https://api.example:6443
            contexts:
            - name: c
              context:
                cluster: k
                user: u
            users:
            - name: u
              user:
                exec:
                  apiVersion: client.authentication.k8s.io/{version}
                  command: {command}
                  {mode}
                  {more}
            """);
        return Kubeconfig.Load([config]).Resolve(null, time).Credential;
    }
}
