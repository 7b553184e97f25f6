namespace AiFixer.Tests.Plugins.Custom;

/// <summary>What is wrong in a file is said by its place.</summary>
public sealed class DeclaredRulesTests
{
    private const string Good = """
        name: custom.look
        description: Looks.
        parameters: {type: object, properties: {id: {type: string}}}
        http: {service: shop, path: "/things/{id}"}
        """;

    [Fact]
    public async Task A_short_file_is_a_plugin()
    {
        using var files = new DeclaredFiles();

        (await files.LoadAsync(Good)).Plugins.Single().Manifest.ParametersSchema.ShouldContain("\"additionalProperties\":false");
    }

    [Theory]
    [InlineData("description: Looks.", "description: Looks.\nshell: rm", "line 3: Property 'shell' not found")]
    [InlineData("description: Looks.", "", "description: one sentence for people")]
    [InlineData("description: Looks.", "description: Looks.\ncategory: magic", "category: diagnostic or remediation")]
    [InlineData("description: Looks.", "description: Looks.\ntimeout: soon", "timeout: such as 500ms, 10s or 2m")]
    [InlineData("/things/{id}", "/things/{name}", "http.path: there is no parameter name")]
    [InlineData("/things/{id}", "/things/{id", "http.path: a brace that is not closed")]
    [InlineData("/things/{id}", "//evil.example/{id}", "http.path: begins with one slash")]
    [InlineData("/things/{id}", "http://evil.example/", "http.path: begins with one slash")]
    [InlineData("service: shop, ", "", "http.service: the name of a connection")]
    [InlineData("service: shop, ", "service: shop, method: DELETE, ", "http.method: one of GET, POST")]
    [InlineData("http:", "command: [/bin/ls]\nhttp:", "http, command: exactly one of them")]
    [InlineData("description: Looks.", "description: Looks.\nverb: delete", "verb, risk, target, observe: only of a remediation")]
    [InlineData("description: Looks.", "description: Looks.\ncategory: remediation\nverb: delete", "risk: low, medium, high or critical")]
    [InlineData("description: Looks.", "description: Looks.\ncategory: remediation\nverb: delete", "observe: how to see that it is done")]
    [InlineData("description: Looks.", "description: Looks.\nanswer: {fields: {a: b}}", "answer.fields.a: b is no JSON pointer")]
    [InlineData("description: Looks.", "description: Looks.\nanswer: {message: '{size}'}", "answer.message: there is no parameter size")]
    public async Task What_is_wrong_is_said_with_its_place(string good, string bad, string problem)
    {
        using var files = new DeclaredFiles();

        var loaded = await files.LoadAsync(Good.Replace(good, bad, StringComparison.Ordinal));

        loaded.Plugins.ShouldBeEmpty();
        loaded.Problems.ShouldContain(said => said.StartsWith(problem, StringComparison.Ordinal), string.Join('\n', loaded.Problems));
    }

    [Theory]
    [InlineData("name: custom.a\nparameters: &a\n  properties: *a\n", "line 3: references (*name) are not read")]
    [InlineData("name: custom.a\nname: custom.b\n", "line 2: Encountered duplicate key name")]
    [InlineData("- a\n- b\n", "line 1:")]
    [InlineData("", "it is empty")]
    [InlineData("name: \"a", "line 1:")]
    [InlineData("name: [DNS", "line 2:")]
    [InlineData("name: [DNS\nclass: DNS_FAIL\npatterns:\n  - name resolution\n  - \"re:no such host .+\"\nminimum_severity: P2\n", "")]
    [InlineData("name: {a", "")]
    public async Task A_file_of_another_form_is_refused(string yaml, string problem)
    {
        using var files = new DeclaredFiles();

        (await files.LoadAsync(yaml)).Problems.Single().ShouldStartWith(problem);
    }

    [Fact]
    public async Task A_file_that_is_nested_without_end_is_refused()
    {
        using var files = new DeclaredFiles();

        (await files.LoadAsync("parameters: " + new string('[', 10_000))).Problems.Single().ShouldContain("nested too deeply");
    }
}
