using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Custom;

public sealed class DeclaredCommandTests
{
    private const string Say = """
        name: custom.say
        description: Says a word.
        parameters: {type: object, properties: {word: {type: string}}, required: [word]}
        command: [/bin/echo, "{word}", "tail {word}"]
        """;

    [Theory]
    [InlineData("hi", "hi tail hi")]
    [InlineData("$(id); `id` | cat > x", "$(id); `id` | cat > x tail $(id); `id` | cat > x")]
    [InlineData("*", "* tail *")]
    public async Task An_argument_is_a_word_and_nothing_else(string word, string said)
    {
        using var files = new DeclaredFiles();

        var result = await RunAsync(files, Say, word);

        System.Text.Json.JsonDocument.Parse(result.Data!).RootElement.GetProperty("text").GetString().ShouldBe(said);
    }

    [Fact]
    public async Task An_argument_is_never_an_option()
    {
        using var files = new DeclaredFiles();

        (await RunAsync(files, Say, "-n")).Error.ShouldBe("-n begins with a dash, which would make it an option");
    }

    [Fact]
    public async Task What_a_command_answers_in_json_is_read()
    {
        using var files = new DeclaredFiles();

        var result = await RunAsync(
            files, Say.Replace("\"tail {word}\"]", "]\nanswer: {fields: {size: /size}, message: \"{size} big\"}", StringComparison.Ordinal), """{"size":3}""");

        result.ShouldBe(PluginResult.Ok("""{"size":3}""", "3 big"));
    }

    [Fact]
    public async Task A_command_that_fails_says_how()
    {
        using var files = new DeclaredFiles();

        (await RunAsync(files, Say.Replace("/bin/echo", "/bin/ls", StringComparison.Ordinal), "/nowhere")).Error.ShouldNotBeNull().ShouldStartWith("it ended with code 2: ");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_missing_configuration()
    {
        using var files = new DeclaredFiles { Programs = { "/opt/none" } };

        var plugin = await files.PluginAsync<IDiagnosticPlugin>(Say.Replace("/bin/echo", "/opt/none", StringComparison.Ordinal));

        plugin.MissingConfiguration.ShouldBe(["the program /opt/none"]);
    }

    [Theory]
    [InlineData("/usr/bin/env")]
    [InlineData("/bin/../bin/echo")]
    [InlineData("//bin/echo")]
    public async Task A_program_that_the_operator_did_not_name_is_not_run(string program)
    {
        using var files = new DeclaredFiles();
        var yaml = Say.Replace("/bin/echo", program, StringComparison.Ordinal);

        (await files.PluginAsync<IDiagnosticPlugin>(yaml)).MissingConfiguration.ShouldBe([$"Plugins:Custom:Programs (it does not name {program})"]);
        (await RunAsync(files, yaml, "hi")).Error.ShouldBe($"it was not started: {program} may not be run: Plugins:Custom:Programs (it does not name {program})");
    }

    [Fact]
    public async Task A_file_alone_runs_nothing()
    {
        using var files = new DeclaredFiles();
        files.Programs.Clear();

        (await RunAsync(files, Say, "hi")).Error.ShouldNotBeNull().ShouldContain("Plugins:Custom:Programs");
    }

    [Fact]
    public void Programs_are_named_by_their_full_paths() => new PluginsOptions { Custom = { Programs = { "/bin/ls", "ls", "/bin/../x", "/bin/" } } }.Problems().ShouldBe(
    [
        "Plugins:Custom:Programs:1: must be a program's full path, not 'ls'",
        "Plugins:Custom:Programs:2: must be a program's full path, not '/bin/../x'",
        "Plugins:Custom:Programs:3: must be a program's full path, not '/bin/'",
    ]);

    private static async Task<PluginResult> RunAsync(DeclaredFiles files, string yaml, string word) =>
        await (await files.PluginAsync<IDiagnosticPlugin>(yaml)).RunAsync(
            SamplePlugins.Call(System.Text.Json.JsonSerializer.Serialize(new { word })), SamplePlugins.Token);
}
