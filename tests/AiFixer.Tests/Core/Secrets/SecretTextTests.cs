using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Core.Secrets;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("password=hunter2hunter2", "password=***")]
    [InlineData("X-Auth-Token: 9f3c2ab17de04c55", "X-Auth-Token: ***")]
    [InlineData("password: hunter2hunter2", "password: ***")]
    [InlineData("dbpass=hunter2hunter2", "dbpass=***")]
    [InlineData("Host=db;Password=abcdefghij;Database=x", "Host=db;Password=***;Database=x")]
    [InlineData("""{"api_key": "abcdefghij"}""", """{"api_key": "***"}""")]
    [InlineData("Authorization: Bearer abcdefgh12345678", "Authorization: Bearer ***")]
    [InlineData("curl -H 'X: bearer abcdefgh12345678abcdefgh'", "curl -H 'X: bearer ***'")]
    [InlineData("postgres://app:s3cr3t-word@db/x", "postgres://app:***@db/x")]
    [InlineData("redis://:s3cr3tword@cache:6379", "redis://:***@cache:6379")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE found", "key *** found")]
    [InlineData("ghp_abcdefghijklmnopqrstuvwxyz012345", "***")]
    [InlineData("got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl back", "got *** back")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- after", "*** after")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE", "***")]
    [InlineData("run --password hunter2 now", "run --password *** now")]
    [InlineData("PWD=hunter2hunter2", "PWD=***")]
    [InlineData("https://h/?to\u212Aen=abcdefgh12345", "https://h/?to\u212Aen=***")]
    [InlineData("Set-Cookie: abcdefghij", "Set-Cookie: ***")]
    [InlineData("x-signature=abcdefghij", "x-signature=***")]
    [InlineData("credentials=abcdefghij", "credentials=***")]
    [InlineData("signing-key=abcdefghij", "signing-key=***")]
    [InlineData("the basic abcdefgh12345678abcdefgh", "the basic ***")]
    [InlineData("hooks.slack.com/services/T00000000/B00000000/abc", "hooks.slack.com/services/***")]
    [InlineData("npm_abcdefghijklmnopqrstuvwxyz0123456789", "***")]
    [InlineData("hf_abcdefghijklmnopqrstuvwxyz0123456789", "***")]
    [InlineData("glpat-abcdefghijklmnopqrst", "***")]
    [InlineData("xoxb-1234567890-abcdef", "***")]
    [InlineData("sk-abcdefghijklmnopqrst", "***")]
    [InlineData("rk_live_abcdefghijkl", "***")]
    [InlineData("ASIAIOSFODNN7EXAMPLE", "***")]
    [InlineData("AIzaabcdefghijklmnopqrstuvwxyz0123456789", "***")]
    [InlineData("github_pat_abcdefghijklmnopqrst", "***")]
    public void What_looks_like_a_secret_is_found_and_made_unreadable(string text, string masked)
    {
        SecretText.IsIn(text).ShouldBeTrue();
        SecretText.Masked(text).ShouldBe(masked);
    }

    [Theory]
    [InlineData("30s")]
    [InlineData("https://example.org:8080/path?x=1")]
    [InlineData("3 of 3 pods are ready")]
    [InlineData("basic authentication failed")]
    [InlineData("max_tokens=4096")]
    [InlineData("max_token=4096")]
    [InlineData("pod auth-token: CrashLoopBackOff")]
    [InlineData("registry.local/compass:v1.2.3-rc1")]
    [InlineData("acme/auth-token:2026.11.22-a1b2c3")]
    [InlineData("token: connection refused")]
    [InlineData("secret: regcred not found")]
    [InlineData("tests pass: 12")]
    [InlineData("mail alice@example.org about https://example.org")]
    [InlineData("-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----")]
    public void What_does_not_stays_as_it_is(string text)
    {
        SecretText.IsIn(text).ShouldBeFalse();
        SecretText.Masked(text).ShouldBe(text);
    }

    [Fact]
    public void Masking_twice_changes_nothing_more()
    {
        var once = SecretText.Masked("token=abcdefghij and password: \"klmnopqrst\"");

        SecretText.Masked(once).ShouldBe(once);
    }
}
