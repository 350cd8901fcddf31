using BenchmarkDotNet.Running;
using LookoutVision.Benchmarks.Engine;

using var workspace = await Workspace.PrepareAsync();
BenchmarkRunner.Run(typeof(Program).Assembly, null, args);
