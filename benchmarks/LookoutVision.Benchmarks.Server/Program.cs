using System.CommandLine;
using LookoutVision.Benchmarks.Server.Load;
using LookoutVision.Benchmarks.Server.Rate;

return await new Command("benchmark", "Measures a server.") { new RateCommand(), new ScalingCommand(), new LoadCommand() }.Parse(args).InvokeAsync();
