using System.Text.Json;
using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.Tests.Llm.Support;
using Microsoft.Extensions.AI;

namespace AiFixer.Tests.Llm.Providers;

public sealed class ProviderClientTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""{"type":"object","properties":{"q":{"type":"string"}},"required":["q"]}""").RootElement;

    public static TheoryData<ProviderKind, bool> All => Speakers.All;

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_arrives_with_what_it_used(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, new ModelStep { Text = "Because 数据库 is down, and \"that\" is all.", TokensIn = 120, TokensOut = 34 });

        var answer = await speaking.AskAsync();

        answer.Text.ShouldBe("Because 数据库 is down, and \"that\" is all.");
        answer.FinishReason.ShouldBe(ChatFinishReason.Stop);
        (answer.Usage!.InputTokenCount, answer.Usage.OutputTokenCount).ShouldBe((120, 34));
        var asked = speaking.Server.Requests.Single();
        (asked.Key, asked.Model, asked.System, asked.Stream).ShouldBe((kind == ProviderKind.Ollama ? "Bearer key-of-the-test" : "key-of-the-test", "test-model", "Be brief.", stream));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Tools_are_called_in_parallel_under_legal_names_and_come_back_under_their_own(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(
            kind, stream,
            ModelStep.Call(new("prom.query", new() { ["q"] = "up" }), new ModelCall("k8s.list_pods", [])),
            ModelStep.Say("done"));
        var options = new ChatOptions { Tools = [Tool("prom.query"), Tool("k8s.list_pods")], ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema) };

        var first = await speaking.AskAsync(options);
        var calls = first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();

        calls.Select(call => call.Name).ShouldBe(["prom.query", "k8s.list_pods"]);
        calls.Select(call => ToolArguments.Object(call).ToJsonString()).ShouldBe(["""{"q":"up"}""", "{}"]);
        calls.Select(call => call.CallId).Distinct().Count().ShouldBe(2);
        first.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);

        var results = new ChatMessage(ChatRole.Tool, [.. calls.Select(call => (AIContent)new FunctionResultContent(call.CallId, $"result of {call.Name}"))]);
        var second = await speaking.AskAsync(options, [new(ChatRole.User, "why 500s?"), .. first.Messages, results, new(ChatRole.User, "Go on.")]);

        second.Text.ShouldBe("done");
        speaking.Server.Requests[0].Tools.ShouldBe(["k8s_list_pods", "prom_query"], ignoreOrder: true);
        speaking.Server.Requests[1].Texts.ShouldContain(text => text.Contains("result of prom.query", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_refusal_and_a_cut_answer_are_told_from_an_end(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, new ModelStep { Text = "{\"cau", Truncated = true }, new ModelStep { Refused = true });

        (await speaking.AskAsync()).FinishReason.ShouldBe(ChatFinishReason.Length);
        if (kind != ProviderKind.Ollama)
            (await speaking.AskAsync()).FinishReason.ShouldBe(ChatFinishReason.ContentFilter, "Ollama has no way to say so");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Arguments_that_are_no_object_are_told_and_ones_in_a_text_are_read(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(
            kind, stream,
            ModelStep.Call(new ModelCall("prom.query", new() { ["q"] = "up" }, AsText: true)),
            ModelStep.Call(new ModelCall("prom.query", []) { Raw = "[1]" }));
        var options = new ChatOptions { Tools = [Tool("prom.query")] };

        ToolArguments.Object(Call(await speaking.AskAsync(options)))["q"]!.GetValue<string>().ShouldBe("up");
        Call(await speaking.AskAsync(options)).Exception!.Message.ShouldBe("The arguments are not a JSON object.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_schema_is_sent_where_it_does_not_keep_the_model_from_its_tools(ProviderKind kind, bool stream)
    {
        await using var speaking = await Speaking.BeginAsync(kind, stream, ModelStep.Say("{}"));

        await speaking.AskAsync(new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema) });
        await speaking.AskAsync(new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(Schema), Tools = [Tool("prom.query")] });

        speaking.Server.Requests.Select(request => request.HasSchema).ShouldBe([true, kind is ProviderKind.OpenAi or ProviderKind.Anthropic]);
    }

    [Fact]
    public async Task Streaming_hands_on_the_whole_answer_only()
    {
        await using var speaking = await Speaking.BeginAsync(ProviderKind.Anthropic, false, ModelStep.Say(new string('a', 500)));

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in speaking.Client.GetStreamingResponseAsync([new(ChatRole.User, "why?")], null, TestContext.Current.CancellationToken))
            updates.Add(update);

        updates.ToChatResponse().Text.Length.ShouldBe(500);
        speaking.Server.Requests.Single().Stream.ShouldBeTrue();
    }

    private static AIFunctionDeclaration Tool(string name) => AIFunctionFactory.CreateDeclaration(name, $"Asks {name}.", Schema);

    private static FunctionCallContent Call(ChatResponse response) => response.Messages.Single().Contents.OfType<FunctionCallContent>().Single();
}
