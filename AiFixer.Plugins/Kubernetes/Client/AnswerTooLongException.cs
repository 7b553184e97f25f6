namespace AiFixer.Plugins.Kubernetes;

/// <summary>An answer that goes on and on.</summary>
internal sealed class AnswerTooLongException(int most) : Exception($"answers with more than {most / 1024 / 1024} MB, which is no answer of its API");
